package io.zhiyong.credit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much a rule certifies: a fixed figure, or one for each declared day, session or class hour.
 *
 * @param per empty for a fixed figure
 */
public record Amount(Figure each, Optional<Measure> per) {
    public Amount {
        per = per == null ? Optional.empty() : per;
    }

    /** None when what it is counted by was not declared. */
    public Credit of(Content content) {
        var times = per.map(measure -> content.measures().getOrDefault(measure, BigDecimal.ZERO))
                .orElse(BigDecimal.ONE);
        return new Credit(each.value().multiply(times)).orNone();
    }
}
