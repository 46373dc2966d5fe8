package io.zhiyong.boot.demo;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.plan.Audience;
import io.zhiyong.plan.Duty;
import io.zhiyong.plan.Plan;
import io.zhiyong.plan.PlanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** This year's plan for everybody: five courses and two tests, some due already, some soon, some by the end of the year. */
final class DemoPlan {
    private static final List<Integer> DAYS = List.of(-40, -12, 6, 18, 33);

    private DemoPlan() {}

    static Plan of(UnitId unit, PersonId author, LocalDate today) {
        var duties = new ArrayList<Duty>();
        var files = DemoCourses.files();
        for (int n = 0; n < files.size(); n++) {
            var file = files.get(n);
            duties.add(new Duty("courses/" + file.id(), file.title(), n < 4, today.plusDays(DAYS.get(n))));
        }
        duties.add(new Duty("exams/" + DemoExams.SERVICE, DemoExams.SERVICE_TITLE, true, today.plusDays(3)));
        duties.add(new Duty("exams/" + DemoExams.SECRETS, DemoExams.SECRETS_TITLE, true, today.plusDays(25)));
        var title = Text.of(today.getYear() + " 年度全员学习计划", today.getYear() + " study plan for everybody");
        return new Plan(
                new PlanId("plan-" + today.getYear()),
                unit,
                title,
                today.withDayOfYear(1),
                Audience.of(unit),
                duties,
                author);
    }
}
