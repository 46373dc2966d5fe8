package io.zhiyong.boot.home;

import io.zhiyong.course.CourseModule;
import io.zhiyong.credit.CreditModule;
import io.zhiyong.credit.PackStanding;
import io.zhiyong.credit.Standing;
import io.zhiyong.org.Organization;
import io.zhiyong.plan.Completion;
import io.zhiyong.plan.PlanModule;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.HomeSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** The cards of plans, credit and courses, out of what their doors say. */
public final class HomeCards {
    private HomeCards() {}

    /** Everything that one's plans ask for and that is not done. */
    public static HomeSource plans(PlanModule plans) {
        return (visitor, now) -> plans.of(visitor.person()).map(all -> all.stream()
                .filter(each -> each.state() == Completion.State.OVERDUE || each.state() == Completion.State.DUE)
                .map(Completion::duty)
                .<HomeCard>map(duty -> new HomeCard.Due(
                        duty.title(),
                        "/" + duty.place(),
                        duty.course() ? "home.kind.course" : "home.kind.exam",
                        duty.due()))
                .toList());
    }

    /** This year's credit against what is required; the first pack's first requirement is shown large. */
    public static HomeSource credit(CreditModule credit, Organization organization, ZoneId zone) {
        return (visitor, now) -> organization
                .person(visitor.person())
                .compose(person ->
                        credit.standings(List.of(person), now.atZone(zone).getYear()))
                .map(found -> measures(found.getOrDefault(visitor.person(), List.of())));
    }

    private static List<HomeCard> measures(List<PackStanding> standings) {
        return IntStream.range(0, standings.size())
                .boxed()
                .flatMap(at -> {
                    var measured = standings.get(at).measured();
                    return IntStream.range(0, measured.size())
                            .<HomeCard>mapToObj(n -> measure(standings.get(at), measured.get(n), at == 0 && n == 0));
                })
                .toList();
    }

    private static HomeCard measure(PackStanding standing, Standing.Measured measured, boolean main) {
        return new HomeCard.Measure(
                measured.title(),
                standing.pack().title(),
                measured.has().hours(),
                measured.needed().hours(),
                measured.met(),
                main);
    }

    /** Courses one is in the middle of. */
    public static HomeSource courses(CourseModule courses) {
        return (visitor, now) -> courses.underway(visitor.person()).map(all -> all.stream()
                .<HomeCard>map(each -> new HomeCard.Now(
                        "home.badge.course",
                        each.title(),
                        "home.line.course",
                        List.of(each.done(), each.lessons()),
                        each.href(),
                        "home.action.continue",
                        30))
                .toList());
    }
}
