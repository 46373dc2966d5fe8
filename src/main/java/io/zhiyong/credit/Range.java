package io.zhiyong.credit;

import java.math.BigDecimal;
import java.util.Optional;

/** Bounds, each open or closed as the rule's own words are. */
public record Range(Optional<Figure> atLeast, Optional<Figure> over, Optional<Figure> atMost, Optional<Figure> under) {
    public Range {
        atLeast = atLeast == null ? Optional.empty() : atLeast;
        over = over == null ? Optional.empty() : over;
        atMost = atMost == null ? Optional.empty() : atMost;
        under = under == null ? Optional.empty() : under;
    }

    public boolean holds(BigDecimal value) {
        return atLeast.map(bound -> value.compareTo(bound.value()) >= 0).orElse(true)
                && over.map(bound -> value.compareTo(bound.value()) > 0).orElse(true)
                && atMost.map(bound -> value.compareTo(bound.value()) <= 0).orElse(true)
                && under.map(bound -> value.compareTo(bound.value()) < 0).orElse(true);
    }
}
