package io.zhiyong.appraisal;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProposalsLaws {
    static final Scheme SCHEME = new Scheme(
            Text.of("年度考核"),
            List.of(new Indicator(
                    "i1",
                    Text.of("工作实绩"),
                    Dimension.ACHIEVEMENT,
                    BigDecimal.valueOf(100),
                    Indicator.Yardstick.of(Source.EVALUATION, "", Formula.proportion("100")))),
            Grading.shipped());

    private static List<Proposals.Total> unit(Random random) {
        var totals = new ArrayList<Proposals.Total>();
        for (var n = random.nextInt(40); n > 0; n--) {
            // Few different totals, so that ties are common.
            var total = BigDecimal.valueOf(50 + random.nextInt(51));
            totals.add(new Proposals.Total(new PersonId("p" + n), total, random.nextInt(8) == 0));
        }
        return totals;
    }

    @Test
    void theQuotaIsNeverExceeded() {
        forAll(ProposalsLaws::unit, unit -> {
            var grades = Proposals.of(SCHEME, unit).stream()
                    .map(Proposals.Proposal::grade)
                    .toList();
            var margin = Proposals.margin(SCHEME.grading(), grades);
            assertThat(margin.kept()).isTrue();
            assertThat(margin.used() * 5).isLessThanOrEqualTo(margin.graded());
        });
    }

    @Test
    void probationersGetNoGradeAndDoNotCountForTheQuota() {
        forAll(ProposalsLaws::unit, unit -> {
            var proposals = Proposals.of(SCHEME, unit);
            for (var i = 0; i < unit.size(); i++) {
                assertThat(proposals.get(i).grade().isEmpty())
                        .isEqualTo(unit.get(i).probation());
            }
            var graded = unit.stream().filter(total -> !total.probation()).count();
            var grades = proposals.stream().map(Proposals.Proposal::grade).toList();
            assertThat(Proposals.margin(SCHEME.grading(), grades).graded()).isEqualTo((int) graded);
        });
    }

    @Test
    void equalTotalsGetEqualGradesAndMoreNeverGetsLess() {
        forAll(ProposalsLaws::unit, unit -> {
            var proposals = Proposals.of(SCHEME, unit);
            for (var one = 0; one < unit.size(); one++) {
                for (var other = 0; other < unit.size(); other++) {
                    if (unit.get(one).probation() || unit.get(other).probation()) {
                        continue;
                    }
                    if (unit.get(one).total().compareTo(unit.get(other).total()) >= 0) {
                        assertThat(proposals.get(one).grade().orElseThrow())
                                .isLessThanOrEqualTo(
                                        proposals.get(other).grade().orElseThrow());
                    }
                }
            }
        });
    }

    @Test
    void theOrderOfPeopleNeverChangesAProposal() {
        forAll(ProposalsLaws::unit, unit -> {
            var shuffled = new ArrayList<>(unit);
            Collections.shuffle(shuffled, new Random(7));
            assertThat(new HashSet<>(Proposals.of(SCHEME, shuffled)))
                    .isEqualTo(new HashSet<>(Proposals.of(SCHEME, unit)));
        });
    }

    @Test
    void aTieAtTheLastPlaceIsLeftToPeople() {
        var unit = new ArrayList<Proposals.Total>();
        for (var n = 1; n <= 10; n++) {
            unit.add(new Proposals.Total(new PersonId("p" + n), BigDecimal.valueOf(n <= 3 ? 95 : 80), false));
        }
        unit.set(0, new Proposals.Total(new PersonId("p1"), BigDecimal.valueOf(99), false));
        var proposals = Proposals.of(SCHEME, unit);
        assertThat(proposals.get(0).grade()).contains(Grade.EXCELLENT);
        assertThat(proposals.get(1)).isEqualTo(tie("p2"));
        assertThat(proposals.get(2)).isEqualTo(tie("p3"));
        assertThat(proposals.get(3).why()).isEqualTo(Proposals.Why.THRESHOLD);
    }

    private static Proposals.Proposal tie(String person) {
        return new Proposals.Proposal(new PersonId(person), Optional.of(Grade.COMPETENT), Proposals.Why.TIE);
    }

    @Test
    void fourPeopleHaveNoPlaceAndFiveHaveOne() {
        assertThat(Grading.shipped().places(4)).isZero();
        assertThat(Grading.shipped().places(5)).isEqualTo(1);
        assertThat(Grading.shipped().places(500)).isEqualTo(100);
    }
}
