package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;

/**
 * A contestant's place, kept through reloads, lost networks and other devices: it belongs to the person, never to a
 * connection.
 *
 * @param number from 1 in the order of arrival; what others see in place of the person's id
 */
record Seat(int number, PersonId person, String name, String unit, Status status) {
    private static final int LONGEST_NAME = 60;

    /** Whether the contestant takes part. */
    enum Status {
        ACTIVE,
        /** Left by himself; keeps the points and may come back. */
        LEFT,
        /** Sent away by the host; neither ranked nor let in again. */
        KICKED
    }

    Seat {
        name = checkedName(name);
    }

    static String checkedName(String name) {
        var stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw Refusal.invalid("name", "contest.refusal.name", LONGEST_NAME);
        }
        return stripped;
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    Seat with(Status now) {
        return new Seat(number, person, name, unit, now);
    }

    Seat named(String other) {
        return new Seat(number, person, other, unit, status);
    }
}
