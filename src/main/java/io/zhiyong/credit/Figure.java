package io.zhiyong.credit;

import io.zhiyong.base.Refusal;
import java.math.BigDecimal;

/**
 * A number of a rule with where it comes from, so that an organization can judge it and correct it without touching code.
 *
 * @param value not negative
 * @param source the norm, page or practice that says so; never blank
 */
public record Figure(BigDecimal value, Mark mark, String source) {
    /** How far a figure was followed to its source. */
    public enum Mark {
        /** Read in the norm itself. */
        V,
        /** Read in a secondary page. */
        S,
        /** From memory or general practice: to be confirmed before it is relied on. */
        M
    }

    public Figure {
        if (value == null || value.signum() < 0) {
            throw Refusal.invalid("value", "credit.refusal.figure", String.valueOf(value));
        }
        if (mark == null || source == null || source.isBlank()) {
            throw Refusal.invalid("source", "credit.refusal.source", value.toPlainString());
        }
    }

    public Credit credit() {
        return new Credit(value);
    }
}
