package io.zhiyong.questionbank;

/** Names questions that come without an id. */
final class Naming {
    private Naming() {}

    /** The same for the same content, so that a file imported twice brings nothing new. */
    static QuestionId byContent(Question question) {
        return new QuestionId("q-" + question.fingerprint().substring(0, 20));
    }
}
