package io.zhiyong.credit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Hours of study that a rule certified from evidence (学时), never time measured on a clock. A {@link java.time.Duration} is
 * not a Credit and nothing turns one into the other: that is how an appraisal cannot rest on time online.
 *
 * @param hours exact to a hundredth, halves rounded up; negative only in a reversal
 */
public record Credit(@JsonValue BigDecimal hours) implements Comparable<Credit> {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    public static final Credit NONE = new Credit(BigDecimal.ZERO);

    @JsonCreator
    public Credit {
        if (hours == null || hours.abs().compareTo(MOST) > 0) {
            throw Refusal.invalid("hours", "credit.refusal.hours", String.valueOf(hours));
        }
        hours = hours.setScale(2, RoundingMode.HALF_UP);
    }

    public static Credit of(String hours) {
        return new Credit(new BigDecimal(hours));
    }

    public Credit plus(Credit other) {
        return new Credit(hours.add(other.hours));
    }

    public Credit minus(Credit other) {
        return new Credit(hours.subtract(other.hours));
    }

    public Credit negated() {
        return new Credit(hours.negate());
    }

    /** The smaller of two. */
    public Credit atMost(Credit other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** This, or none when it is less than none. */
    public Credit orNone() {
        return hours.signum() < 0 ? NONE : this;
    }

    public boolean reaches(Credit needed) {
        return compareTo(needed) >= 0;
    }

    @Override
    public int compareTo(Credit other) {
        return hours.compareTo(other.hours);
    }

    /** Without needless zeros: {@code 0.5}, {@code 40}. */
    @Override
    public String toString() {
        return hours.signum() == 0 ? "0" : hours.stripTrailingZeros().toPlainString();
    }
}
