package io.zhiyong.questionbank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points (分), exact to a hundredth; never negative.
 *
 * @param hundredths 150 is one point and a half
 */
public record Points(int hundredths) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);

    /** More than any paper has; keeps sums far from overflow. */
    private static final int MOST = 100_000_00;

    public Points {
        if (hundredths < 0 || hundredths > MOST) {
            throw Refusal.invalid("points", "questionbank.refusal.points", hundredths / 100.0);
        }
    }

    public static Points of(int whole) {
        return new Points(Math.multiplyExact(whole, 100));
    }

    /** Of a decimal number with at most two places. */
    @JsonCreator
    public static Points of(BigDecimal value) {
        try {
            return new Points(value.movePointRight(2).intValueExact());
        } catch (ArithmeticException e) {
            throw Refusal.invalid("points", "questionbank.refusal.points", value);
        }
    }

    @JsonValue
    public BigDecimal value() {
        return new BigDecimal(
                BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString());
    }

    public Points plus(Points other) {
        return new Points(hundredths + other.hundredths);
    }

    public Points times(int count) {
        return new Points(Math.multiplyExact(hundredths, count));
    }

    /** A part of these points, rounded down to a hundredth, so that parts never add up to more than the whole. */
    public Points share(int part, int whole) {
        return new Points((int) ((long) hundredths * part / whole));
    }

    /** What share of {@code full} this is, 0 to 1 (xAPI score.scaled), to four places; 0 of nothing is 0. */
    public double of(Points full) {
        return full.hundredths == 0
                ? 0
                : BigDecimal.valueOf(hundredths)
                        .divide(BigDecimal.valueOf(full.hundredths), 4, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    @Override
    public int compareTo(Points other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
