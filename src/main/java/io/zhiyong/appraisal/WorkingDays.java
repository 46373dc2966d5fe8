package io.zhiyong.appraisal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are worked. The yearly holiday notice shifts days both ways, so both sets are data.
 *
 * @param off weekdays that are holidays
 * @param on Saturdays and Sundays that are worked instead
 */
public record WorkingDays(Set<LocalDate> off, Set<LocalDate> on) {
    /** Monday to Friday, no holiday known. */
    public static final WorkingDays PLAIN = new WorkingDays(Set.of(), Set.of());

    public WorkingDays {
        off = Set.copyOf(off);
        on = Set.copyOf(on);
    }

    public boolean worked(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return on.contains(day) || (!weekend && !off.contains(day));
    }

    /** The last of so many working days that follow a day; that day itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        var last = day;
        for (var left = count; left > 0; ) {
            last = last.plusDays(1);
            left -= worked(last) ? 1 : 0;
        }
        return last;
    }
}
