package io.zhiyong.credit;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreditLaws {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final PersonId PERSON = new PersonId("p1");
    private static final List<RulePack> PACKS = RulePacks.shipped().all();

    record Year(RulePack pack, List<Facts> facts, long seed) {
        List<CreditLine> lines() {
            return facts.stream()
                    .flatMap(each -> Crediting.linesFor(pack, each, ZONE).stream())
                    .toList();
        }

        YearSum sum(List<CreditLine> lines) {
            return YearSum.of(pack, PERSON, 2026, lines);
        }
    }

    private static Year year(Random random) {
        var facts = new ArrayList<Facts>();
        for (var n = random.nextInt(30); n > 0; n--) {
            facts.add(fact(random, n));
        }
        return new Year(PACKS.get(random.nextInt(PACKS.size())), List.copyOf(facts), random.nextLong());
    }

    private static Facts fact(Random random, int n) {
        var verbs = List.of("completed", "passed", "attended", "failed");
        var categories = List.of("outside", "off-job", "central-group", "domain-1", "");
        var forms = List.of("online-course", "party-lesson", "collective-study", "");
        var types = List.of("course", "assessment", "");
        Map<Measure, BigDecimal> measures = new java.util.EnumMap<>(Measure.class);
        for (var measure : Measure.values()) {
            if (random.nextBoolean()) {
                measures.put(measure, BigDecimal.valueOf(random.nextInt(400), 1));
            }
        }
        var type = types.get(random.nextInt(3));
        return new Facts(
                "s" + n,
                PERSON,
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(20_000_000)),
                new Deed(
                        "http://adlnet.gov/expapi/verbs/" + verbs.get(random.nextInt(4)),
                        "urn:o:" + random.nextInt(8),
                        type.isEmpty() ? "" : "http://adlnet.gov/expapi/activities/" + type,
                        "",
                        Optional.of(BigDecimal.valueOf(random.nextInt(101), 2))),
                new Content(forms.get(random.nextInt(4)), categories.get(random.nextInt(5)), measures));
    }

    @Test
    void theSameStatementAlwaysGivesTheSameLines() {
        forAll(CreditLaws::year, year -> assertThat(year.lines()).isEqualTo(year.lines()));
    }

    @Test
    void lineIdsNeverCollide() {
        forAll(CreditLaws::year, year -> {
            var ids = year.lines().stream().map(CreditLine::id).toList();
            assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        });
    }

    @Test
    void theOrderOfLinesNeverChangesTheSum() {
        forAll(CreditLaws::year, year -> {
            var shuffled = new ArrayList<>(year.lines());
            Collections.shuffle(shuffled, new Random(year.seed()));
            assertThat(year.sum(shuffled)).isEqualTo(year.sum(year.lines()));
        });
    }

    @Test
    void moreEvidenceNeverLowersTheTotal() {
        forAll(CreditLaws::year, year -> {
            var before = Credit.NONE;
            for (var count = 0; count <= year.facts().size(); count++) {
                var some = new Year(year.pack(), year.facts().subList(0, count), 0);
                var total = some.sum(some.lines()).total();
                assertThat(total).isGreaterThanOrEqualTo(before);
                before = total;
            }
        });
    }

    @Test
    void nothingCountsForMoreThanItSays() {
        forAll(CreditLaws::year, year -> assertThat(Counting.of(year.pack(), year.lines()))
                .allSatisfy(counted -> {
                    assertThat(counted.counted())
                            .isLessThanOrEqualTo(counted.line().hours());
                    assertThat(counted.counted()).isGreaterThanOrEqualTo(Credit.NONE);
                }));
    }

    @Test
    void noCapIsExceeded() {
        forAll(CreditLaws::year, year -> {
            for (var cap : year.pack().caps()) {
                assertThat(year.sum(year.lines()).of(cap.of()))
                        .isLessThanOrEqualTo(cap.hours().credit());
            }
        });
    }

    /** Take back any line: hours sum to nothing, and the year stands as if the line had never been written. */
    @Test
    void aReversalCancelsExactly() {
        forAll(CreditLaws::year, year -> {
            var lines = year.lines();
            if (lines.isEmpty()) {
                return;
            }
            var line = lines.get(new Random(year.seed()).nextInt(lines.size()));
            var reversal = line.reversed("s-correction", Instant.parse("2026-12-01T00:00:00Z"), "误记", "王某");
            assertThat(line.hours().plus(reversal.hours())).isEqualTo(Credit.NONE);
            var corrected = new ArrayList<>(lines);
            corrected.add(reversal);
            var without = new ArrayList<>(lines);
            without.remove(line);
            assertThat(year.sum(corrected).total()).isEqualTo(year.sum(without).total());
        });
    }

    /** Whole or in parts, what a person owes is never more than the figure, and twelve months owe all of it. */
    @Test
    void aShareOfAYearNeverOwesMoreThanTheYear() {
        forAll(random -> random.nextInt(12) + 1, month -> {
            var joined = new Learner(
                    PERSON,
                    Set.of("others"),
                    Optional.of(java.time.LocalDate.of(2026, month, 15)),
                    Optional.empty(),
                    List.of());
            for (var measured : Standing.of(PACKS.get(0), joined, List.of(), 2026)) {
                var whole = PACKS.get(0).requirements().stream()
                        .filter(requirement -> requirement.id().equals(measured.requirement()))
                        .findFirst()
                        .orElseThrow()
                        .hours()
                        .credit();
                assertThat(measured.needed()).isLessThanOrEqualTo(whole);
                assertThat(measured.needed().equals(whole)).isEqualTo(month == 1);
            }
        });
    }
}
