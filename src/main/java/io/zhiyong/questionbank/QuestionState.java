package io.zhiyong.questionbank;

/** Where a version of a question stands in its life; only published ones come into papers. */
public enum QuestionState {
    DRAFT,
    REVIEW,
    PUBLISHED,
    RETIRED;

    /** Retired questions may come back through review; everything else goes forward, or back to draft. */
    public boolean mayBecome(QuestionState next) {
        return switch (this) {
            case DRAFT -> next == REVIEW || next == RETIRED;
            case REVIEW -> next == PUBLISHED || next == DRAFT || next == RETIRED;
            case PUBLISHED -> next == RETIRED || next == REVIEW;
            case RETIRED -> next == REVIEW;
        };
    }
}
