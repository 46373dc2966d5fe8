package io.zhiyong.credit;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What its organizer declared about the thing studied.
 *
 * @param form the study form, such as {@code online-course} or {@code party-lesson}; empty when none was declared
 * @param category the domain or subject class that packs may count by; empty when none was declared
 */
public record Content(String form, String category, Map<Measure, BigDecimal> measures) {
    public static final Content UNDECLARED = new Content("", "", Map.of());

    public Content {
        form = form == null ? "" : form;
        category = category == null ? "" : category;
        measures = measures == null ? Map.of() : Map.copyOf(measures);
    }
}
