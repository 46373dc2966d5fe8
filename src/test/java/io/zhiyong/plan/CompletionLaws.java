package io.zhiyong.plan;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletionLaws {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private record Case(Plan plan, List<Member> members, LocalDate today) {}

    private static Case made(Random random) {
        var duties = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(n -> new Duty(
                        "courses/c" + n, Text.of("课"), random.nextInt(4) > 0, DAY.plusDays(random.nextInt(120) - 60)))
                .toList();
        var unit = new UnitId("u-root");
        var plan =
                new Plan(new PlanId("p"), unit, Text.of("计划"), DAY, Audience.of(unit), duties, new PersonId("author"));
        var members = IntStream.range(0, random.nextInt(12))
                .mapToObj(n -> new Member(plan.id(), new PersonId("x" + n), "x", List.of(unit), done(random, duties)))
                .toList();
        return new Case(plan, members, DAY.plusDays(random.nextInt(60) - 30));
    }

    private static Map<String, Completion.Done> done(Random random, List<Duty> duties) {
        var done = new HashMap<String, Completion.Done>();
        duties.stream()
                .filter(duty -> random.nextBoolean())
                .forEach(duty -> done.put(
                        duty.place(),
                        new Completion.Done(Instant.parse("2026-05-01T00:00:00Z"), "s" + random.nextInt())));
        return done;
    }

    @Test
    void whoMissesWhatIsPastItsDayIsLateAndNobodyElse() {
        forAll(CompletionLaws::made, it -> it.members().forEach(member -> {
            var overdue = member.completions(it.plan(), it.today(), ZONE).stream()
                    .anyMatch(each -> each.state() == Completion.State.OVERDUE);
            var byOldest = member.oldest(it.plan()).filter(it.today()::isAfter).isPresent();
            assertThat(byOldest).isEqualTo(overdue);
        }));
    }

    @Test
    void sumsSayTheSameAsTheirPeople() {
        forAll(CompletionLaws::made, it -> {
            var sum = Sum.of(it.members());
            var overdue = it.members().stream()
                    .flatMap(member -> member.completions(it.plan(), it.today(), ZONE).stream())
                    .filter(each -> each.state() == Completion.State.OVERDUE)
                    .count();
            assertThat(sum.overdue(it.plan().duties(), it.today())).isEqualTo((int) overdue);
            assertThat(sum.percent(it.plan().duties())).isBetween(0, 100);
        });
    }

    @Test
    void partsOfAUnitAddUpToTheWholeInAnyOrder() {
        forAll(CompletionLaws::made, it -> {
            var cut = it.members().size() / 2;
            var parts = new ArrayList<>(List.of(
                    Sum.of(it.members().subList(0, cut)),
                    Sum.of(it.members().subList(cut, it.members().size()))));
            Collections.reverse(parts);
            assertThat(Sum.of(parts)).isEqualTo(Sum.of(it.members()));
        });
    }

    @Test
    void nothingIsLessDoneTomorrowAndNothingOverdueComesBack() {
        forAll(CompletionLaws::made, it -> it.members().forEach(member -> {
            var today = member.completions(it.plan(), it.today(), ZONE);
            var tomorrow = member.completions(it.plan(), it.today().plusDays(1), ZONE);
            for (int n = 0; n < today.size(); n++) {
                if (today.get(n).state() == Completion.State.DONE
                        || today.get(n).state() == Completion.State.OVERDUE) {
                    assertThat(tomorrow.get(n).state()).isEqualTo(today.get(n).state());
                }
            }
        }));
    }

    @Test
    void theDayItselfIsStillInTime() {
        var duty = new Duty("courses/c", Text.of("课"), true, DAY);
        assertThat(Completion.of(duty, Optional.empty(), DAY, ZONE).state()).isEqualTo(Completion.State.DUE);
        assertThat(Completion.of(duty, Optional.empty(), DAY.plusDays(1), ZONE).state())
                .isEqualTo(Completion.State.OVERDUE);
        var lastMinute = new Completion.Done(Instant.parse("2026-06-01T15:59:00Z"), "s");
        var nextDay = new Completion.Done(Instant.parse("2026-06-01T16:00:00Z"), "s");
        assertThat(Completion.of(duty, Optional.of(lastMinute), DAY, ZONE).late())
                .isFalse();
        assertThat(Completion.of(duty, Optional.of(nextDay), DAY, ZONE).late()).isTrue();
    }

    @Test
    void anElectiveIsNeverOverdue() {
        var duty = new Duty("courses/c", Text.of("课"), false, DAY);
        assertThat(Completion.of(duty, Optional.empty(), DAY.plusDays(9), ZONE).state())
                .isEqualTo(Completion.State.NOT_DUE);
    }

    @Test
    void narrowingAnAudienceNeverAddsAnybody() {
        forAll(
                random -> new Audience.Candidate(
                        new PersonId("p" + random.nextInt(3)),
                        List.of(new UnitId("u-root"), new UnitId("u-" + random.nextInt(3))),
                        "r" + random.nextInt(3),
                        random.nextBoolean()),
                candidate -> {
                    var wide = Audience.of(new UnitId("u-root"));
                    var ranks = new Audience(wide.units(), Set.of("r1"), false, Set.of());
                    var party = new Audience(wide.units(), Set.of("r1"), true, Set.of());
                    assertThat(wide.includes(candidate)).isTrue();
                    assertThat(ranks.includes(candidate))
                            .isEqualTo(candidate.rank().equals("r1"));
                    assertThat(party.includes(candidate))
                            .isEqualTo(candidate.rank().equals("r1") && candidate.partyMember());
                });
    }
}
