package io.zhiyong.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.appraisal.AppraisalModule;
import io.zhiyong.appraisal.WorkingDays;
import io.zhiyong.boot.demo.Demonstration;
import io.zhiyong.boot.home.HomeCards;
import io.zhiyong.boot.home.HomeRoutes;
import io.zhiyong.contest.ContestModule;
import io.zhiyong.course.CourseModule;
import io.zhiyong.credit.CreditModule;
import io.zhiyong.exam.ExamModule;
import io.zhiyong.org.OrgModule;
import io.zhiyong.plan.PlanModule;
import io.zhiyong.questionbank.QuestionBankModule;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.HomeSource;
import io.zhiyong.web.Messages;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every feature, made by hand and handed what it needs, from the bottom of docs/architecture.md to its top. */
final class Features {
    private final List<Part> parts = new ArrayList<>();
    private final OrgModule org;
    private final RecordModule records;
    private final CreditModule credit;
    private final QuestionBankModule questionBank;
    private final PlanModule plans;
    private final CourseModule courses;
    private final ContestModule contests;
    private final ExamModule exams;
    private final AppraisalModule appraisals;

    private final Clock clock;

    Features(Config config, Vertx vertx, Store store, Messages messages) {
        clock = config.clock();
        org = new OrgModule(vertx, store, OrgModule.Settings.usual(config.clock(), config.zone()));
        parts.add(Part.of(org.routes(), org.navigation(), org::start).stoppedBy(() -> {
            org.close();
            return Future.succeededFuture();
        }));

        records = new RecordModule(
                new RecordModule.Needs(vertx, store, config.clock(), config.zone(), config.home(), org.organization()));
        parts.add(
                Part.of(records.routes(), records.navigation(), records::start).stoppedBy(records::stop));

        credit = new CreditModule(
                new CreditModule.Needs(store, records, org.organization(), org.audit(), config.clock()),
                CreditModule.Settings.usual(config.zone()));
        parts.add(Part.of(credit.routes(), credit.navigation(), credit::start));

        questionBank = new QuestionBankModule(vertx, store, config.clock());
        parts.add(Part.of(questionBank.routes(), questionBank.navigation(), questionBank::start));

        plans = new PlanModule(new PlanModule.Needs(
                vertx,
                store,
                org.organization(),
                records,
                this::offers,
                messages,
                config.clock().withZone(config.zone())));
        parts.add(Part.of(plans.routes(), plans.navigation(), plans::start).stoppedBy(plans::stop));

        courses = new CourseModule(new CourseModule.Needs(
                store,
                org.organization(),
                questionBank,
                CourseDoors.of(records),
                CourseDoors.of(credit),
                CourseDoors.of(plans),
                config.zone()));
        parts.add(Part.of(courses.routes(), courses.navigation(), courses::start));

        contests = new ContestModule(new ContestModule.Needs(
                vertx, config.clock(), store, messages, org.organization(), questionBank, records));
        parts.add(Part.of(contests.routes(), contests.navigation(), contests::start)
                .stoppedBy(contests::stop));

        exams = new ExamModule(new ExamModule.Needs(
                vertx,
                store,
                config.clock(),
                config.zone(),
                org.organization(),
                questionBank,
                new ExamsRecord(records)));
        parts.add(Part.of(exams.routes(), exams.navigation(), exams::start).stoppedBy(() -> {
            exams.close();
            return Future.succeededFuture();
        }));

        appraisals = new AppraisalModule(new AppraisalModule.Needs(
                store, records, credit, org.organization(), org.audit(), config.zone(), WorkingDays.PLAIN));
        parts.add(Part.of(appraisals.routes(), appraisals.navigation(), appraisals::start));
        var sources = List.<HomeSource>of(
                HomeCards.plans(plans),
                HomeCards.credit(credit, org.organization(), config.zone()),
                HomeCards.courses(courses),
                (visitor, now) -> exams.home(visitor.person(), now),
                (visitor, now) -> contests.home());
        parts.add(Part.of(
                new HomeRoutes(sources, config.zone()).routes(),
                List.of(new NavEntry("/", "home.nav", Access.signedIn(), 0)),
                Future::succeededFuture));
    }

    /** The record, as far as tests need it. */
    private record ExamsRecord(RecordModule records) implements ExamModule.LearningRecord {
        @Override
        public Future<StatementId> append(StatementDraft draft) {
            return records.append(draft);
        }

        @Override
        public Future<Boolean> settled(StatementId id) {
            return records.settled(id);
        }
    }

    /** Everything that a plan can ask for. */
    private Future<List<PlanModule.Offer>> offers() {
        var taught = courses.taught();
        var given = exams.offered(clock.instant());
        return Future.all(taught, given).map(read -> Stream.concat(
                        taught.result().stream().map(each -> new PlanModule.Offer(each.place(), each.title())),
                        given.result().stream().map(each -> new PlanModule.Offer(each.place(), each.title())))
                .toList());
    }

    /** Where the demonstration comes in. */
    Demonstration.Doors doors() {
        return new Demonstration.Doors(org, records, courses, exams, contests, plans, appraisals);
    }

    OrgModule org() {
        return org;
    }

    RecordModule records() {
        return records;
    }

    CreditModule credit() {
        return credit;
    }

    PlanModule plans() {
        return plans;
    }

    CourseModule courses() {
        return courses;
    }

    AppraisalModule appraisals() {
        return appraisals;
    }

    QuestionBankModule questionBank() {
        return questionBank;
    }

    List<Routes> routes() {
        return parts.stream().flatMap(part -> part.routes().stream()).toList();
    }

    List<NavEntry> navigation() {
        return parts.stream()
                .flatMap(part -> part.navigation().stream())
                .sorted(java.util.Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    /** One after another: a feature may use, from its first moment, whatever stands above it in this file. */
    Future<Void> start() {
        return parts.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, part) -> before.compose(done -> part.start().get()),
                        (one, other) -> other);
    }

    /** Makes everything that is derived from statements anew, and waits until the last statement was read again. */
    Future<Void> rebuild() {
        return credit.rebuild()
                .compose(done -> records.rebuild(PlanModule.READER))
                .compose(done -> appraisals.rebuild());
    }

    /** In the opposite order. */
    Future<Void> stop() {
        var last = new ArrayList<>(parts);
        java.util.Collections.reverse(last);
        return last.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, part) -> before.compose(done -> part.stop().get()),
                        (one, other) -> other);
    }
}
