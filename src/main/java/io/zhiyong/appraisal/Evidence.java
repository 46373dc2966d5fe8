package io.zhiyong.appraisal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zhiyong.base.Refusal;
import io.zhiyong.credit.Credit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What an indicator looked at in one person. Sealed: evidence of time spent has no type here, so none can be given.
 *
 * <p>Values are not negative and are rounded down to a ten-thousandth, so that they never claim what is not there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evidence.OfCredit.class, name = "credit"),
    @JsonSubTypes.Type(value = Evidence.OfTests.class, name = "tests"),
    @JsonSubTypes.Type(value = Evidence.OfOccasions.class, name = "occasions"),
    @JsonSubTypes.Type(value = Evidence.OfEvaluation.class, name = "evaluation")
})
public sealed interface Evidence {
    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The number the formula is applied to. */
    @JsonIgnore
    BigDecimal value();

    /** Whether an indicator of that source may be fed with this. */
    boolean fits(Source source);

    /**
     * Counted lines of the credit ledger against what is required.
     *
     * @param needed after pro-rata
     * @param carried surplus of the year before that counts
     * @param exempt the basis when the person is not held to it; empty otherwise
     */
    record OfCredit(Credit needed, Credit carried, String exempt, List<Line> lines) implements Evidence {
        /**
         * A line and what it counted for.
         *
         * @param rule {@code pack@version/rule}
         */
        public record Line(String line, String statement, String rule, String object, Credit counted) {}

        public OfCredit {
            exempt = exempt == null ? "" : exempt;
            lines = lines.stream().sorted(Comparator.comparing(Line::line)).toList();
        }

        public Credit has() {
            return lines.stream().map(Line::counted).reduce(carried, Credit::plus);
        }

        @Override
        public BigDecimal value() {
            var none = needed.compareTo(Credit.NONE) <= 0;
            return none || !exempt.isEmpty()
                    ? HUNDRED
                    : has().hours().multiply(HUNDRED).divide(needed.hours(), 4, RoundingMode.DOWN);
        }

        @Override
        public boolean fits(Source source) {
            return source == Source.CREDIT_AGAINST_REQUIREMENT;
        }
    }

    /** Results of tests; of each test the best counts. */
    record OfTests(List<Taken> taken) implements Evidence {
        /**
         * One result.
         *
         * @param scaled share of full marks, 0 to 1
         */
        public record Taken(String statement, String test, BigDecimal scaled, Instant at) {
            public Taken {
                if (scaled.signum() < 0 || scaled.compareTo(BigDecimal.ONE) > 0) {
                    throw Refusal.invalid("scaled", "appraisal.refusal.share", scaled.toPlainString());
                }
            }
        }

        public OfTests {
            taken = taken.stream()
                    .sorted(Comparator.comparing(Taken::statement))
                    .toList();
        }

        /** The best result of each test, by test. */
        public List<Taken> best() {
            var best = new TreeMap<String, Taken>();
            var order = Comparator.comparing(Taken::scaled).thenComparing(Taken::statement);
            taken.forEach(each ->
                    best.merge(each.test(), each, (one, other) -> order.compare(one, other) >= 0 ? one : other));
            return List.copyOf(best.values());
        }

        @Override
        public BigDecimal value() {
            return mean(
                    best().stream().map(each -> each.scaled().multiply(HUNDRED)).toList());
        }

        @Override
        public boolean fits(Source source) {
            return source == Source.TEST_RESULTS;
        }
    }

    /** Contests or activities taken part in; each counts once. */
    record OfOccasions(Source source, List<Attended> attended) implements Evidence {
        /** One occasion, by the statement that tells of it. */
        public record Attended(String statement, String occasion, Instant at) {}

        public OfOccasions {
            attended = attended.stream()
                    .sorted(Comparator.comparing(Attended::statement))
                    .toList();
        }

        @Override
        public BigDecimal value() {
            return BigDecimal.valueOf(
                    attended.stream().map(Attended::occasion).distinct().count());
        }

        @Override
        public boolean fits(Source other) {
            return source == other
                    && (source == Source.CONTEST_PARTICIPATION || source == Source.ACTIVITY_PARTICIPATION);
        }
    }

    /** What people judged and typed in. */
    record OfEvaluation(List<Entry> entries) implements Evidence {
        /**
         * One judgement.
         *
         * @param value 0 to 100
         * @param basis what it rests on; never blank
         * @param by who typed it
         */
        public record Entry(String id, BigDecimal value, String basis, String by, Instant at) {
            public Entry {
                if (value == null || value.signum() < 0 || value.compareTo(HUNDRED) > 0 || value.scale() > 2) {
                    throw Refusal.invalid("value", "appraisal.refusal.evaluation", String.valueOf(value));
                }
                if (basis == null || basis.isBlank()) {
                    throw Refusal.invalid("basis", "appraisal.refusal.basis");
                }
            }
        }

        public OfEvaluation {
            entries = entries.stream().sorted(Comparator.comparing(Entry::id)).toList();
        }

        @Override
        public BigDecimal value() {
            return mean(entries.stream().map(Entry::value).toList());
        }

        @Override
        public boolean fits(Source source) {
            return source == Source.EVALUATION;
        }
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? BigDecimal.ZERO
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 4, RoundingMode.DOWN);
    }
}
