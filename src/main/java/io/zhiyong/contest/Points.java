package io.zhiyong.contest;

/** What a right answer is worth: {@code P · (1 − w · τ/T)} (CONTEST rule sheet of the everyone-answers format). */
final class Points {
    /** Faster than this is luck or a script: it counts as this. */
    static final long FASTEST_MILLIS = 500;

    private Points() {}

    /**
     * Whole points of a right answer. The loss is rounded down, so full marks are never exceeded and nothing is lost twice.
     *
     * @param tauMillis bounded reaction time; counted as no less than half a second and no more than the time allowed
     * @param questions how many the contest has: with accuracy first the loss over all of them stays under one answer
     */
    static int right(Rules rules, int questions, long tauMillis) {
        var allowed = rules.answering().toMillis();
        var tau = Math.min(Math.max(tauMillis, FASTEST_MILLIS), allowed);
        var share = rules.accuracyFirst() ? questions + 2L : 1L;
        var loss = (long) rules.points() * rules.speedPercent() * tau / (100L * allowed * share);
        return (int) (rules.points() - loss);
    }
}
