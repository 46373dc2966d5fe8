package io.zhiyong.appraisal;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import io.zhiyong.credit.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * The figures by which totals become grade proposals and results are made public; data with sources, like a rule pack.
 *
 * @param thresholds what grade a total suggests
 * @param quota largest share of excellent among those who get a grade, 0 to 1
 * @param publicityDays working days of publicity at least
 * @param reviewDays calendar days within which a review may be asked for, and again within which it is decided
 */
public record Grading(Thresholds thresholds, Figure quota, Figure publicityDays, Figure reviewDays) {
    /** From which percent of full marks on; falling. Below the last: not competent. */
    public record Thresholds(Figure excellent, Figure competent, Figure basicallyCompetent) {
        public Thresholds {
            if (excellent.value().compareTo(competent.value()) <= 0
                    || competent.value().compareTo(basicallyCompetent.value()) <= 0
                    || excellent.value().compareTo(BigDecimal.valueOf(100)) > 0) {
                throw Refusal.invalid("thresholds", "appraisal.refusal.thresholds");
            }
        }
    }

    public Grading {
        if (quota.value().compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.invalid(
                    "quota", "appraisal.refusal.quota", quota.value().toPlainString());
        }
    }

    /** The figures that come with the program, for civil servants. */
    public static Grading shipped() {
        try (var in = Grading.class.getResourceAsStream("/appraisal-rules/civil-servants.json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Grading.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a total alone suggests. */
    public Grade of(BigDecimal total, BigDecimal fullMarks) {
        var hundredfold = total.multiply(BigDecimal.valueOf(100));
        if (reaches(hundredfold, fullMarks, thresholds.excellent())) {
            return Grade.EXCELLENT;
        }
        if (reaches(hundredfold, fullMarks, thresholds.competent())) {
            return Grade.COMPETENT;
        }
        return reaches(hundredfold, fullMarks, thresholds.basicallyCompetent())
                ? Grade.BASICALLY_COMPETENT
                : Grade.NOT_COMPETENT;
    }

    /** How many of so many may be excellent: rounded down, so that the share is never exceeded. */
    public int places(int graded) {
        return quota.value()
                .multiply(BigDecimal.valueOf(graded))
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
    }

    /** Multiplied out, so that no rounding decides about a grade. */
    private static boolean reaches(BigDecimal hundredfold, BigDecimal fullMarks, Figure from) {
        return hundredfold.compareTo(fullMarks.multiply(from.value())) >= 0;
    }
}
