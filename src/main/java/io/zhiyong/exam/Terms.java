package io.zhiyong.exam;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Marking;
import java.time.Duration;
import java.time.Instant;

/**
 * Under what terms an exam is sat.
 *
 * @param opens from when it may be begun
 * @param closes when everything ends, attempts under way too; after {@code opens}
 * @param duration of one attempt, 1 minute to 24 hours; less when the exam closes before
 * @param attempts how many a person has, 1 to 20; the best counts
 * @param passPercent of full marks that pass, 1 to 100
 * @param rule how a multiple choice answered in part is marked
 */
record Terms(
        Instant opens,
        Instant closes,
        Duration duration,
        int attempts,
        int passPercent,
        Marking.Rule rule,
        Release release) {
    /** When a person who handed in sees what. */
    enum Release {
        /** Score, key and explanations as soon as it is handed in. */
        AT_ONCE,
        /** The score at once, key and explanations when the exam has closed. */
        AFTER_CLOSE,
        /** The score, and nothing more ever. */
        SCORE_ONLY
    }

    private static final int MOST_ATTEMPTS = 20;

    Terms {
        if (!opens.isBefore(closes)) {
            throw Refusal.invalid("closes", "exam.refusal.window");
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0 || duration.compareTo(Duration.ofHours(24)) > 0) {
            throw Refusal.invalid("minutes", "refusal.range", duration.toMinutes(), 1, 1440);
        }
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw Refusal.invalid("attempts", "refusal.range", attempts, 1, MOST_ATTEMPTS);
        }
        if (passPercent < 1 || passPercent > 100) {
            throw Refusal.invalid("passPercent", "refusal.range", passPercent, 1, 100);
        }
    }

    /** When an attempt begun at {@code start} ends. */
    Instant deadline(Instant start) {
        var own = start.plus(duration);
        return own.isBefore(closes) ? own : closes;
    }

    /** Whether key and explanations may be seen by somebody who handed in. */
    boolean keyIsOut(Instant now) {
        return switch (release) {
            case AT_ONCE -> true;
            case AFTER_CLOSE -> now.isAfter(closes);
            case SCORE_ONLY -> false;
        };
    }
}
