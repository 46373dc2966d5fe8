package io.zhiyong.contest;

import io.zhiyong.base.Refusal;
import java.time.Duration;

/**
 * The numbers an organizer sets. Defaults are {@link #usual}.
 *
 * @param answerSeconds time to answer, 5 to 300
 * @param readSeconds time the stem stands alone before the options open, 0 to 60; 0 sends both together
 * @param points full marks of a question, 10 to 10,000
 * @param speedPercent the share of the points that speed decides: 0, 50 or 100
 * @param accuracyFirst shrinks that share so far that speed never outweighs one more right answer
 * @param boardEvery the scoreboard is shown after every so many questions, 0 to 50; 0 shows it only at the end
 * @param paceSeconds goes on by itself after so long a look at answer and board, 0 to 120; 0 waits for the host
 */
record Rules(
        int answerSeconds,
        int readSeconds,
        int points,
        int speedPercent,
        boolean accuracyFirst,
        int boardEvery,
        int paceSeconds) {
    Rules {
        within("answerSeconds", answerSeconds, 5, 300);
        within("readSeconds", readSeconds, 0, 60);
        within("points", points, 10, 10_000);
        if (speedPercent != 0 && speedPercent != 50 && speedPercent != 100) {
            throw Refusal.invalid("speedPercent", "contest.refusal.speed", speedPercent);
        }
        within("boardEvery", boardEvery, 0, 50);
        within("paceSeconds", paceSeconds, 0, 120);
    }

    static Rules usual() {
        return new Rules(20, 3, 1000, 50, false, 3, 0);
    }

    Duration answering() {
        return Duration.ofSeconds(answerSeconds);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, "contest.refusal.range", value, least, most);
        }
    }
}
