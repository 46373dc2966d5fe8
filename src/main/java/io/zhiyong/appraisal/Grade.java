package io.zhiyong.appraisal;

/** The four grades of the annual appraisal (Civil Servants Law, article 38), best first. */
public enum Grade {
    EXCELLENT,
    COMPETENT,
    BASICALLY_COMPETENT,
    NOT_COMPETENT
}
