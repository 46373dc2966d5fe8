package io.zhiyong.plan;

import io.zhiyong.org.Units;
import io.zhiyong.plan.PlanViews.AudienceLine;
import io.zhiyong.plan.PlanViews.DutyLine;
import io.zhiyong.plan.PlanViews.Item;
import io.zhiyong.plan.PlanViews.MyPlanView;
import io.zhiyong.plan.PlanViews.PlanLine;
import io.zhiyong.plan.PlanViews.PlanView;
import io.zhiyong.plan.PlanViews.UnitLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Views of plans. Pure. */
final class PlanPages {
    private static final Comparator<Completion> BY_DUE = Comparator.comparing(
                    (Completion each) -> each.duty().due())
            .thenComparing(each -> each.duty().place());

    private PlanPages() {}

    /** What all of one's plans ask, by day; what two of them ask, once, by the earlier day. */
    static List<Completion> completions(List<PlanRoom.Own> own, LocalDate today, ZoneId zone) {
        var seen = new java.util.HashSet<String>();
        return own.stream()
                .flatMap(each -> each.member().completions(each.plan(), today, zone).stream())
                .sorted(BY_DUE)
                .filter(each -> seen.add(each.duty().place()))
                .toList();
    }

    static MyPlanView mine(List<Completion> all, LocalDate today, ZoneId zone) {
        return new MyPlanView(
                items(all, Completion.State.OVERDUE, today, zone),
                items(all, Completion.State.DUE, today, zone),
                items(all, Completion.State.NOT_DUE, today, zone),
                items(all, Completion.State.DONE, today, zone));
    }

    private static List<Item> items(List<Completion> all, Completion.State state, LocalDate today, ZoneId zone) {
        return all.stream()
                .filter(each -> each.state() == state)
                .map(each -> item(each, today, zone))
                .toList();
    }

    static Item item(Completion each, LocalDate today, ZoneId zone) {
        var duty = each.duty();
        return new Item(
                duty.place(),
                "/" + duty.place(),
                duty.title(),
                duty.course() ? "course" : "exam",
                duty.required(),
                duty.due(),
                word(each.state()),
                Math.abs(ChronoUnit.DAYS.between(today, duty.due())),
                each.done().map(done -> done.at().atZone(zone).toLocalDate()),
                each.late(),
                each.done().map(Completion.Done::statement));
    }

    static String word(Completion.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PlanLine line(Plan plan, Units units) {
        var unit = units.unit(plan.unit());
        return new PlanLine(
                plan.id().value(),
                plan.title(),
                unit.name(),
                unit.id().value(),
                plan.from(),
                plan.duties().size());
    }

    static PlanView plan(Plan plan, Units units, boolean board) {
        return new PlanView(
                plan.id().value(),
                plan.title(),
                units.unit(plan.unit()).name(),
                plan.from(),
                plan.duties().stream()
                        .map(duty -> new DutyLine(duty.place(), duty.title(), duty.required(), duty.due()))
                        .toList(),
                audience(plan.audience(), units),
                board ? Optional.of("/units/" + plan.unit() + "/completion?plan=" + plan.id()) : Optional.empty());
    }

    private static AudienceLine audience(Audience audience, Units units) {
        return new AudienceLine(
                audience.units().stream()
                        .filter(units::contains)
                        .map(id -> units.unit(id).name())
                        .toList(),
                audience.ranks().stream().sorted().toList(),
                audience.partyMembersOnly(),
                audience.people().size());
    }

    /** Units to choose from: these and all below, each parent before its children. */
    static List<UnitLine> choices(Units units, List<io.zhiyong.org.Unit> scopes) {
        return scopes.stream()
                .flatMap(scope -> units.below(scope.id()).stream())
                .map(id -> new UnitLine(
                        id.value(), units.unit(id).name(), units.path(id).size() - 1))
                .toList();
    }

    /** Plans that ask somebody of these units for something, newest first. */
    static List<Plan> touching(List<Plan> plans, Units units, io.zhiyong.base.UnitId unit) {
        var below = units.below(unit);
        var above = units.path(unit).stream().map(io.zhiyong.org.Unit::id).toList();
        return plans.stream()
                .filter(plan -> meets(plan.audience().units(), below, above)
                        || !plan.audience().people().isEmpty())
                .toList();
    }

    private static boolean meets(
            Set<io.zhiyong.base.UnitId> of, Set<io.zhiyong.base.UnitId> below, List<io.zhiyong.base.UnitId> above) {
        return of.stream().anyMatch(unit -> below.contains(unit) || above.contains(unit));
    }
}
