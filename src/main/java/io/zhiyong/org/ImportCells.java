package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is typed into cells, as what it means. */
final class ImportCells {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private ImportCells() {}

    /**
     * A day as text, or as the number that spreadsheets keep days by.
     *
     * @param shift days by which the workbook counts later than usual
     */
    static LocalDate day(String where, String typed, int shift) {
        if (SERIAL.matcher(typed).matches()) {
            return Checks.day(where, SERIAL_ZERO.plusDays((long) Double.parseDouble(typed) + shift));
        }
        var day = DAY.matcher(typed);
        if (!day.matches()) {
            throw Refusal.invalid(where, "org.refusal.import.day", typed);
        }
        try {
            return Checks.day(
                    where,
                    LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            throw Refusal.invalid(where, "org.refusal.import.day", typed);
        }
    }

    /** Yes or no; empty means no. */
    static boolean yes(String where, String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "是", "√", "✓", "y", "yes", "true", "1" -> true;
            case "", "否", "×", "n", "no", "false", "0" -> false;
            default -> throw Refusal.invalid(where, "org.refusal.import.yesNo", typed);
        };
    }

    static String filled(String where, String typed) {
        if (typed.isEmpty()) {
            throw Refusal.invalid(where, "refusal.blank");
        }
        return typed;
    }
}
