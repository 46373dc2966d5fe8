package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.time.LocalDate;

/** Whether what was typed can be what it is meant to be. */
final class Checks {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private Checks() {}

    /** Stripped; without control characters; of {@code least} to {@code most} characters. */
    static String text(String where, String value, int least, int most) {
        var text = value == null ? "" : value.strip();
        var length = text.codePointCount(0, text.length());
        if (length < least) {
            throw Refusal.invalid(where, "refusal.blank");
        }
        if (length > most) {
            throw Refusal.invalid(where, "refusal.tooLong", most);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(where, "org.refusal.control");
        }
        return text;
    }

    static <T> T present(String where, T value) {
        if (value == null) {
            throw Refusal.invalid(where, "refusal.blank");
        }
        return value;
    }

    /** A day that a living person's file can name. */
    static LocalDate day(String where, LocalDate day) {
        present(where, day);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Refusal.invalid(where, "org.refusal.day", EARLIEST.toString(), LATEST.toString());
        }
        return day;
    }
}
