package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A review (复核) that somebody asked for about his own result.
 *
 * @param number 1, 2, … in its appraisal
 * @param due last day to decide it
 */
public record Review(
        int number, PersonId person, String text, Instant asked, LocalDate due, Optional<Decision> decision) {
    /** How it ended. */
    public record Decision(boolean changed, String reason, PersonId by, Instant at) {}

    public boolean open() {
        return decision.isEmpty();
    }

    Review decided(Decision made) {
        return new Review(number, person, text, asked, due, Optional.of(made));
    }
}
