package io.zhiyong.appraisal;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.credit.Credit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComputationLaws {
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    record Case(Scheme scheme, Inputs inputs, long seed) {
        Result result() {
            return Computation.of(scheme, inputs);
        }
    }

    static Case some(Random random) {
        var indicators = new ArrayList<Indicator>();
        var evidence = new HashMap<String, Evidence>();
        for (var n = random.nextInt(8) + 1; n > 0; n--) {
            var indicator = indicator(random, "i" + n);
            indicators.add(indicator);
            if (random.nextInt(10) > 0) {
                evidence.put(
                        indicator.id(), evidence(random, indicator.yardstick().source()));
            }
        }
        return new Case(
                new Scheme(Text.of("年度考核"), indicators, Grading.shipped()),
                new Inputs(new PersonId("p1"), evidence),
                random.nextLong());
    }

    private static Indicator indicator(Random random, String id) {
        var source = List.of(Source.values()).get(random.nextInt(5));
        var of = source == Source.CREDIT_AGAINST_REQUIREMENT ? "cadre-education/network" : "";
        var weight = BigDecimal.valueOf(random.nextInt(10_000) + 1, 2);
        var cap = random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(10_000) + 1, 2) : null;
        return new Indicator(
                id,
                Text.of("指标" + id),
                List.of(Dimension.values()).get(random.nextInt(5)),
                weight,
                new Indicator.Yardstick(source, of, formula(random), cap));
    }

    private static Formula formula(Random random) {
        var target = BigDecimal.valueOf(random.nextInt(10_000) + 1, 2);
        return switch (random.nextInt(3)) {
            case 0 -> new Formula(Formula.Kind.PROPORTION, target, List.of());
            case 1 -> new Formula(Formula.Kind.REACHED, target, List.of());
            default -> Formula.bands(bands(random));
        };
    }

    private static List<Formula.Band> bands(Random random) {
        var bands = new ArrayList<Formula.Band>();
        var count = random.nextInt(4) + 1;
        for (var n = 0; n < count; n++) {
            bands.add(new Formula.Band(
                    BigDecimal.valueOf(n * 25L + random.nextInt(25)),
                    BigDecimal.valueOf(n * 25L + random.nextInt(25), 2)));
        }
        return bands;
    }

    private static Evidence evidence(Random random, Source source) {
        var many = random.nextInt(6);
        return switch (source) {
            case CREDIT_AGAINST_REQUIREMENT -> {
                var lines = new ArrayList<Evidence.OfCredit.Line>();
                for (var n = 0; n < many; n++) {
                    lines.add(line("l" + n, BigDecimal.valueOf(random.nextInt(2000) + 1, 2)));
                }
                yield new Evidence.OfCredit(new Credit(BigDecimal.valueOf(random.nextInt(90))), Credit.NONE, "", lines);
            }
            case TEST_RESULTS -> {
                var taken = new ArrayList<Evidence.OfTests.Taken>();
                for (var n = 0; n < many; n++) {
                    taken.add(new Evidence.OfTests.Taken(
                            "s" + n, "t" + random.nextInt(3), BigDecimal.valueOf(random.nextInt(101), 2), AT));
                }
                yield new Evidence.OfTests(taken);
            }
            case CONTEST_PARTICIPATION, ACTIVITY_PARTICIPATION -> {
                var attended = new ArrayList<Evidence.OfOccasions.Attended>();
                for (var n = 0; n < many; n++) {
                    attended.add(new Evidence.OfOccasions.Attended("s" + n, "c" + random.nextInt(4), AT));
                }
                yield new Evidence.OfOccasions(source, attended);
            }
            case EVALUATION -> {
                var entries = new ArrayList<Evidence.OfEvaluation.Entry>();
                for (var n = 0; n < many; n++) {
                    entries.add(entry("e" + n, BigDecimal.valueOf(random.nextInt(10_001), 2)));
                }
                yield new Evidence.OfEvaluation(entries);
            }
        };
    }

    private static Evidence.OfCredit.Line line(String id, BigDecimal hours) {
        return new Evidence.OfCredit.Line(id, "s-" + id, "a@1/r", "urn:o", new Credit(hours));
    }

    private static Evidence.OfEvaluation.Entry entry(String id, BigDecimal value) {
        return new Evidence.OfEvaluation.Entry(id, value, "述职", "m1", AT);
    }

    @Test
    void theOrderOfIndicatorsNeverChangesATotalNorTheDigest() {
        forAll(ComputationLaws::some, each -> {
            var shuffled = new ArrayList<>(each.scheme().indicators());
            Collections.shuffle(shuffled, new Random(each.seed()));
            var other = Computation.of(
                    new Scheme(each.scheme().title(), shuffled, each.scheme().grading()), each.inputs());
            assertThat(other.total()).isEqualTo(each.result().total());
            assertThat(other.digest()).isEqualTo(each.result().digest());
        });
    }

    @Test
    void pointsAreNeverBelowNothingNorAboveTheWeight() {
        forAll(ComputationLaws::some, each -> {
            for (var score : each.result().scores()) {
                var indicator = each.scheme().indicator(score.indicator());
                assertThat(score.points()).isBetween(BigDecimal.ZERO, indicator.most());
                assertThat(score.points().scale()).isEqualTo(2);
            }
            assertThat(each.result().total()).isLessThanOrEqualTo(each.scheme().fullMarks());
        });
    }

    /** Better evidence in any indicator never lowers its points. */
    @Test
    void raisingEvidenceNeverLowersPoints() {
        forAll(ComputationLaws::some, each -> {
            var random = new Random(each.seed());
            for (var indicator : each.scheme().indicators()) {
                var evidence = each.inputs().evidence().get(indicator.id());
                if (evidence == null) {
                    continue;
                }
                var better = new HashMap<>(each.inputs().evidence());
                better.put(indicator.id(), raised(evidence, random));
                var after =
                        Computation.of(each.scheme(), new Inputs(each.inputs().person(), better));
                assertThat(after.points(indicator.id()))
                        .isGreaterThanOrEqualTo(each.result().points(indicator.id()));
            }
        });
    }

    private static Evidence raised(Evidence evidence, Random random) {
        if (evidence instanceof Evidence.OfCredit credit) {
            var lines = new ArrayList<>(credit.lines());
            lines.add(line("more", BigDecimal.valueOf(random.nextInt(3000) + 1, 2)));
            return new Evidence.OfCredit(credit.needed(), credit.carried(), credit.exempt(), lines);
        }
        if (evidence instanceof Evidence.OfTests tests) {
            return new Evidence.OfTests(tests.taken().stream()
                    .map(taken -> new Evidence.OfTests.Taken(
                            taken.statement(),
                            taken.test(),
                            taken.scaled().add(new BigDecimal("0.1")).min(BigDecimal.ONE),
                            taken.at()))
                    .toList());
        }
        if (evidence instanceof Evidence.OfOccasions occasions) {
            var more = new ArrayList<>(occasions.attended());
            more.add(new Evidence.OfOccasions.Attended("more", "c" + random.nextInt(9), AT));
            return new Evidence.OfOccasions(occasions.source(), more);
        }
        var entries = ((Evidence.OfEvaluation) evidence)
                .entries().stream()
                        .map(entry -> entry(
                                entry.id(), entry.value().add(BigDecimal.TEN).min(BigDecimal.valueOf(100))))
                        .toList();
        return new Evidence.OfEvaluation(entries);
    }

    @Test
    void theSameInputsGiveTheSameDigestAndOtherInputsAnother() {
        forAll(ComputationLaws::some, each -> {
            assertThat(each.result().digest()).isEqualTo(each.result().digest()).hasSize(64);
            var other = Computation.of(
                    each.scheme(), new Inputs(new PersonId("p2"), each.inputs().evidence()));
            assertThat(other.digest()).isNotEqualTo(each.result().digest());
        });
    }

    /** What is kept can be computed again from what is kept, and comes out equal. */
    @Test
    void aResultIsRecomputedFromWhatItNames() {
        forAll(ComputationLaws::some, each -> {
            var kept = Json.read(Json.write(each.result()), Result.class);
            var scheme = Json.read(Json.write(each.scheme()), Scheme.class);
            var again = Computation.again(scheme, kept);
            assertThat(again).isEqualTo(each.result());
            assertThat(Computation.firstDifference(kept, again)).isEmpty();
        });
    }

    @Test
    void aForgedPointIsFoundByName() {
        forAll(ComputationLaws::some, each -> {
            var result = each.result();
            var forged = new ArrayList<>(result.scores());
            var last = forged.get(forged.size() - 1);
            forged.set(
                    forged.size() - 1,
                    new Result.Score(
                            last.indicator(), last.value(), last.points().add(BigDecimal.ONE), last.evidence()));
            var kept = new Result(result.person(), forged, result.total(), result.digest());
            assertThat(Computation.firstDifference(kept, Computation.again(each.scheme(), kept)))
                    .contains(last.indicator());
        });
    }

    @Test
    void theDigestOfAUnitDoesNotDependOnTheOrderOfPeople() {
        forAll(ComputationLaws::some, each -> {
            var one = each.result();
            var two = Computation.of(
                    each.scheme(), new Inputs(new PersonId("p2"), each.inputs().evidence()));
            assertThat(Computation.digest(List.of(one, two))).isEqualTo(Computation.digest(List.of(two, one)));
        });
    }
}
