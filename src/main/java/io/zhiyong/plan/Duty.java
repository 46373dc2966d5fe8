package io.zhiyong.plan;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One thing that a plan asks for.
 *
 * @param place the path of its page, as in statements: {@code courses/…}, {@code exams/…}
 * @param required false: offered and not asked for; nobody is late with it
 * @param due the last day on which it is in time
 */
public record Duty(String place, Text title, boolean required, LocalDate due) {
    private static final Pattern PLACE = Pattern.compile("(courses|exams)/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Duty {
        if (place == null || !PLACE.matcher(place).matches()) {
            throw Refusal.invalid("place", "plan.refusal.place", String.valueOf(place));
        }
        if (due == null) {
            throw Refusal.invalid("due", "refusal.blank");
        }
    }

    public boolean course() {
        return place.startsWith("courses/");
    }

    public boolean exam() {
        return place.startsWith("exams/");
    }
}
