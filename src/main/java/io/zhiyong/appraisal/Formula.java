package io.zhiyong.appraisal;

import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * How a value becomes a share of an indicator's weight. Each kind is monotone: a greater value never brings a smaller share.
 *
 * @param target what brings the whole weight; above zero; not used by bands
 * @param bands lowest first; both bound and share rise from band to band; below the first band the share is nothing
 */
public record Formula(Kind kind, BigDecimal target, List<Band> bands) {
    /** The set is small so that each member can be stated in a sentence and is tested. */
    public enum Kind {
        /** weight × value ÷ target, at most the weight. */
        PROPORTION,
        /** The weight when the target is reached, else nothing. */
        REACHED,
        /** weight × the share of the highest band reached. */
        BANDS
    }

    /**
     * From a value on, so much.
     *
     * @param share 0 to 1
     */
    public record Band(BigDecimal from, BigDecimal share) {}

    public Formula {
        bands = bands == null ? List.of() : List.copyOf(bands);
        target = target == null ? BigDecimal.ZERO : target;
        if (kind == Kind.BANDS) {
            requireRising(bands);
        } else if (target.signum() <= 0) {
            throw Refusal.invalid("target", "appraisal.refusal.target", target.toPlainString());
        }
    }

    public static Formula proportion(String target) {
        return new Formula(Kind.PROPORTION, new BigDecimal(target), List.of());
    }

    public static Formula reached(String target) {
        return new Formula(Kind.REACHED, new BigDecimal(target), List.of());
    }

    public static Formula bands(List<Band> bands) {
        return new Formula(Kind.BANDS, BigDecimal.ZERO, bands);
    }

    /** Points for a value that is not negative: rounded once, at the end, half up to a hundredth. */
    BigDecimal points(BigDecimal weight, BigDecimal value) {
        return switch (kind) {
            case PROPORTION -> weight.multiply(value.min(target)).divide(target, 2, RoundingMode.HALF_UP);
            case REACHED -> rounded(value.compareTo(target) >= 0 ? weight : BigDecimal.ZERO);
            case BANDS -> rounded(weight.multiply(bandShare(value)));
        };
    }

    private BigDecimal bandShare(BigDecimal value) {
        return bands.stream()
                .filter(band -> value.compareTo(band.from()) >= 0)
                .max(Comparator.comparing(Band::from))
                .map(Band::share)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP);
    }

    private static void requireRising(List<Band> bands) {
        if (bands.isEmpty()) {
            throw Refusal.invalid("bands", "appraisal.refusal.bands");
        }
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var rises = i == 0
                    || (band.from().compareTo(bands.get(i - 1).from()) > 0
                            && band.share().compareTo(bands.get(i - 1).share()) > 0);
            if (!rises || band.share().signum() < 0 || band.share().compareTo(BigDecimal.ONE) > 0) {
                throw Refusal.invalid("bands", "appraisal.refusal.bands");
            }
        }
    }
}
