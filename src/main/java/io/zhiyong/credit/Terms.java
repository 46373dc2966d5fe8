package io.zhiyong.credit;

import io.zhiyong.base.Refusal;
import java.util.Optional;

/**
 * How a pack runs through the years.
 *
 * @param fromYear first calendar year this version holds for, whole years only, so that a year has one yardstick
 * @param proRata true: who was there for part of a year owes that many twelfths, rounded down to a tenth
 * @param carry what becomes of a surplus; empty: it lapses
 */
public record Terms(int fromYear, boolean proRata, Optional<Carry> carry) {
    /** The surplus over one requirement counts next year, once, as credit of a category. */
    public record Carry(String over, String into) {}

    public Terms {
        if (fromYear < 1949 || fromYear > 9999) {
            throw Refusal.invalid("fromYear", "credit.refusal.year", fromYear);
        }
        carry = carry == null ? Optional.empty() : carry;
    }
}
