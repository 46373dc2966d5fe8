package io.zhiyong.appraisal;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/**
 * Indicators and their weights, checked against the red line: a scheme that crosses it cannot exist.
 *
 * @param indicators 1 to 50
 */
public record Scheme(Text title, List<Indicator> indicators, Grading grading) {
    public Scheme {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        if (indicators.isEmpty() || indicators.size() > 50) {
            throw Refusal.invalid("indicators", "appraisal.refusal.indicators", indicators.size());
        }
        var seen = new HashSet<String>();
        for (var indicator : indicators) {
            if (!seen.add(indicator.id())) {
                throw Refusal.invalid("indicators", "appraisal.refusal.twice", indicator.id());
            }
        }
        RedLine.require(title, indicators);
    }

    public BigDecimal fullMarks() {
        return indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Indicator indicator(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("appraisal.refusal.unknownIndicator", id));
    }
}
