package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a scheme makes of a person's evidence.
 *
 * @param total sum of the points
 * @param digest SHA-256 over scheme and inputs; same inputs, same digest
 */
public record Result(PersonId person, List<Score> scores, BigDecimal total, String digest) {
    /**
     * Points of one indicator, with all that is needed to follow them back.
     *
     * @param value what the formula was applied to
     * @param points 0 to the indicator's weight, exact to a hundredth
     * @param evidence null when there was none
     */
    public record Score(String indicator, BigDecimal value, BigDecimal points, Evidence evidence) {}

    public Result {
        scores = List.copyOf(scores);
    }

    public BigDecimal points(String indicator) {
        return scores.stream()
                .filter(score -> score.indicator().equals(indicator))
                .map(Score::points)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
