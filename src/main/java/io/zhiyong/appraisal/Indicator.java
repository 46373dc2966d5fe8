package io.zhiyong.appraisal;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.math.BigDecimal;

/**
 * One yardstick of a scheme.
 *
 * @param id unique in its scheme
 * @param weight the most points it can bring; above 0, at most 1000
 */
public record Indicator(String id, Text name, Dimension dimension, BigDecimal weight, Yardstick yardstick) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /**
     * What is looked at, and how it becomes points.
     *
     * @param of narrows the source: {@code pack/requirement} for credit (needed there), the id of one test or contest, or who
     *     evaluates; empty: all of the source
     * @param cap the most points that count; null: the weight
     */
    public record Yardstick(Source source, String of, Formula formula, BigDecimal cap) {
        public Yardstick {
            of = of == null ? "" : of.strip();
            if (source == null || formula == null) {
                throw Refusal.invalid("source", "appraisal.refusal.source");
            }
            if (source == Source.CREDIT_AGAINST_REQUIREMENT && !of.matches("[^/]+/[^/]+")) {
                throw Refusal.invalid("of", "appraisal.refusal.requirement", of);
            }
            if (cap != null && cap.signum() <= 0) {
                throw Refusal.invalid("cap", "appraisal.refusal.cap", cap.toPlainString());
            }
        }

        public static Yardstick of(Source source, String of, Formula formula) {
            return new Yardstick(source, of, formula, null);
        }
    }

    public Indicator {
        Ids.check("indicator", id);
        if (dimension == null) {
            throw Refusal.invalid("dimension", "refusal.blank");
        }
        if (weight == null || weight.signum() <= 0 || weight.compareTo(MOST) > 0 || weight.scale() > 2) {
            throw Refusal.invalid("weight", "appraisal.refusal.weight", String.valueOf(weight));
        }
    }

    /** The most points that can come of it: the smaller of weight and cap. */
    public BigDecimal most() {
        return yardstick.cap() == null ? weight : weight.min(yardstick.cap());
    }
}
