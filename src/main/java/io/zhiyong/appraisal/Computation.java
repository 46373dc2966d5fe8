package io.zhiyong.appraisal;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Scheme and evidence in, points out. Exact decimal arithmetic; each indicator is rounded once, half up to a hundredth. */
public final class Computation {
    private Computation() {}

    public static Result of(Scheme scheme, Inputs inputs) {
        var scores = scheme.indicators().stream()
                .map(indicator -> score(indicator, inputs.evidence().get(indicator.id())))
                .toList();
        var total = scores.stream().map(Result.Score::points).reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new Result(inputs.person(), scores, total, digest(scheme, inputs));
    }

    /** Recomputes a result from the evidence it names. */
    public static Result again(Scheme scheme, Result result) {
        var evidence = new LinkedHashMap<String, Evidence>();
        result.scores().stream()
                .filter(score -> score.evidence() != null)
                .forEach(score -> evidence.put(score.indicator(), score.evidence()));
        return of(scheme, new Inputs(result.person(), evidence));
    }

    /** The first indicator whose recomputed points or evidence differ from the recorded; empty when all agree. */
    public static Optional<String> firstDifference(Result recorded, Result recomputed) {
        return recomputed.scores().stream()
                .filter(score -> recorded.scores().stream().noneMatch(score::equals))
                .map(Result.Score::indicator)
                .findFirst();
    }

    private static Result.Score score(Indicator indicator, Evidence evidence) {
        if (evidence == null) {
            return new Result.Score(indicator.id(), BigDecimal.ZERO, new BigDecimal("0.00"), null);
        }
        var yardstick = indicator.yardstick();
        if (!evidence.fits(yardstick.source())) {
            throw Refusal.invalid(
                    indicator.id(),
                    "appraisal.refusal.evidence",
                    yardstick.source().name());
        }
        var value = evidence.value();
        var points = yardstick.formula().points(indicator.weight(), value.max(BigDecimal.ZERO));
        return new Result.Score(
                indicator.id(), value, points.min(indicator.most()).setScale(2), evidence);
    }

    /** Does not depend on the order of indicators or of evidence. */
    private static String digest(Scheme scheme, Inputs inputs) {
        var indicators = scheme.indicators().stream()
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
        return Hashes.sha256Hex(Json.write(List.of(indicators, inputs)));
    }

    /** One digest for a unit's results, whatever their order: what is published. */
    public static String digest(List<Result> results) {
        var lines = results.stream()
                .map(result -> result.person() + " " + result.total().toPlainString() + " " + result.digest())
                .sorted()
                .toList();
        return Hashes.sha256Hex(String.join("\n", lines));
    }
}
