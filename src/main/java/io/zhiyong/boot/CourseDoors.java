package io.zhiyong.boot;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.course.CourseModule;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.CreditModule;
import io.zhiyong.credit.RulePack;
import io.zhiyong.plan.PlanModule;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/** What courses see of record, credit and plans: no more than they need. */
final class CourseDoors {
    private static final String COURSES = "courses/";

    private CourseDoors() {}

    static CourseModule.Recorder of(RecordModule records) {
        return new CourseModule.Recorder() {
            @Override
            public Future<StatementId> append(StatementDraft draft) {
                return records.append(draft);
            }

            @Override
            public Future<Boolean> settled(StatementId statement) {
                return records.settled(statement);
            }
        };
    }

    static CourseModule.Ledger of(CreditModule credit) {
        return new CourseModule.Ledger() {
            @Override
            public Future<List<CreditLine>> of(PersonId person, StatementId statement) {
                return credit.of(person, statement);
            }

            @Override
            public List<RulePack> packs(int year) {
                return credit.packs(year);
            }
        };
    }

    /** Days by course id, of what plans ask for. */
    static CourseModule.Deadlines of(PlanModule plans) {
        return person -> plans.deadlines(person).map(byPlace -> {
            var days = new HashMap<String, LocalDate>();
            byPlace.forEach((place, day) -> {
                if (place.startsWith(COURSES)) {
                    days.put(place.substring(COURSES.length()), day);
                }
            });
            return days;
        });
    }
}
