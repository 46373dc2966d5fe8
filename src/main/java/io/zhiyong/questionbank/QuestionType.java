package io.zhiyong.questionbank;

/** The types (题型) that can be answered and marked by program. Their order is the order of sections on a paper. */
public enum QuestionType {
    SINGLE,
    MULTIPLE,
    TRUE_FALSE,
    FILL_IN
}
