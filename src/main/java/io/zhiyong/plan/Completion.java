package io.zhiyong.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where one person stands with one duty.
 *
 * @param late done, and after its day
 */
public record Completion(Duty duty, State state, Optional<Done> done, boolean late) {
    /** How many days before its day something is due and no longer only planned. */
    static final int SOON_DAYS = 30;

    /** What is to be said of a duty today. */
    public enum State {
        OVERDUE,
        DUE,
        NOT_DUE,
        DONE
    }

    /** When it was first done, and the statement that says so. */
    public record Done(Instant at, String statement) {}

    /**
     * Where somebody stands on a day.
     *
     * @param done the earliest that counts; empty while there is none
     */
    public static Completion of(Duty duty, Optional<Done> done, LocalDate today, ZoneId zone) {
        return new Completion(
                duty,
                state(duty, done, today),
                done,
                done.filter(it -> isLate(duty, it, zone)).isPresent());
    }

    private static State state(Duty duty, Optional<Done> done, LocalDate today) {
        if (done.isPresent()) {
            return State.DONE;
        }
        if (today.isAfter(duty.due())) {
            return duty.required() ? State.OVERDUE : State.NOT_DUE;
        }
        return duty.required() && !today.plusDays(SOON_DAYS).isBefore(duty.due()) ? State.DUE : State.NOT_DUE;
    }

    private static boolean isLate(Duty duty, Done done, ZoneId zone) {
        return duty.required() && done.at().atZone(zone).toLocalDate().isAfter(duty.due());
    }

    /** Days past its day; 0 when it is not overdue. */
    public long daysLate(LocalDate today) {
        return state == State.OVERDUE ? today.toEpochDay() - duty.due().toEpochDay() : 0;
    }
}
