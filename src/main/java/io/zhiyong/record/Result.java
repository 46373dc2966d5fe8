package io.zhiyong.record;

import io.zhiyong.base.Refusal;
import io.zhiyong.record.Vocabulary.Extension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 结果: how it went. Built up from {@link #NONE}; every step gives a new value. */
public record Result(
        Optional<Score> score,
        Optional<Boolean> success,
        Optional<Boolean> completion,
        Optional<String> response,
        Optional<Duration> duration,
        Map<Extension, Object> extensions) {
    /** Nothing said. */
    public static final Result NONE = new Result(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /**
     * Points between the least and the most that were to be had.
     *
     * @param min below {@code max}
     */
    public record Score(BigDecimal raw, BigDecimal min, BigDecimal max) {
        public Score {
            if (min.compareTo(max) >= 0) {
                throw Refusal.invalid("min", "record.rule.minBelowMax", min, max);
            }
            if (raw.compareTo(min) < 0 || raw.compareTo(max) > 0) {
                throw Refusal.invalid("raw", "record.rule.within", raw, min, max);
            }
        }

        /** Share of what was to be had, −1 to 1, to four places: raw by max, or, where there is nothing above nought to be had, how far below the most. */
        public BigDecimal scaled() {
            if (max.signum() <= 0) {
                return raw.subtract(max).divide(max.subtract(min), 4, RoundingMode.HALF_UP);
            }
            return raw.divide(max, 4, RoundingMode.HALF_UP).max(BigDecimal.ONE.negate());
        }
    }

    public Result {
        extensions = Map.copyOf(extensions);
        if (duration.filter(Duration::isNegative).isPresent()) {
            throw Refusal.invalid("duration", "record.rule.duration", duration.get());
        }
    }

    public Result score(BigDecimal raw, BigDecimal min, BigDecimal max) {
        return new Result(Optional.of(new Score(raw, min, max)), success, completion, response, duration, extensions);
    }

    /** Out of {@code max}, from 0. */
    public Result score(long raw, long max) {
        return score(BigDecimal.valueOf(raw), BigDecimal.ZERO, BigDecimal.valueOf(max));
    }

    public Result success(boolean yes) {
        return new Result(score, Optional.of(yes), completion, response, duration, extensions);
    }

    public Result completion(boolean yes) {
        return new Result(score, success, Optional.of(yes), response, duration, extensions);
    }

    public Result response(String text) {
        return new Result(score, success, completion, Optional.of(text), duration, extensions);
    }

    public Result duration(Duration time) {
        return new Result(score, success, completion, response, Optional.of(time), extensions);
    }

    /**
     * Said in the result.
     *
     * @param value anything that JSON can hold: text, number, truth, list, map
     */
    public Result with(Extension extension, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(extension, value);
        return new Result(score, success, completion, response, duration, more);
    }
}
