package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.appraisal.AppraisalModule;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.contest.ContestId;
import io.zhiyong.contest.ContestModule;
import io.zhiyong.course.CourseModule;
import io.zhiyong.exam.ExamModule;
import io.zhiyong.org.OrgModule;
import io.zhiyong.plan.PlanModule;
import io.zhiyong.record.RecordModule;
import io.zhiyong.store.Blobs;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration into an empty store, step by step. A step that a crash cut off is done again, and changes nothing where
 * it had been done; a store that holds somebody else's data is left alone.
 */
public final class Demonstration {
    /** The password of every demonstration account, and of its xAPI client. */
    public static final String PASSWORD = "zhiyong-demo";

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    /** What is loaded at once, and its name among the steps that are done. */
    record Step(String name, Supplier<Future<Void>> work) {}

    private static final UnitId ROOT = new UnitId("u-root");
    private static final PersonId ORGANIZER = new PersonId("organizer1");
    private static final PersonId MANAGER = new PersonId("manager1");

    /** The doors through which the demonstration comes in. */
    public record Doors(
            OrgModule org,
            RecordModule records,
            CourseModule courses,
            ExamModule exams,
            ContestModule contests,
            PlanModule plans,
            AppraisalModule appraisals) {}

    private final Collection done;
    private final Blobs blobs;
    private final Doors doors;
    private final ZonedDateTime now;
    private final DemoPeople people = DemoPeople.read();
    private final DemoHistory history;

    public Demonstration(Store store, Doors doors, ZonedDateTime now) {
        this.done = store.collection("demonstration_step");
        this.blobs = store.blobs();
        this.doors = doors;
        this.now = now;
        this.history = new DemoHistory(people.people(), now);
    }

    /** What there is on the first page: answers when it is there. */
    public Future<Void> load() {
        return all(List.of(
                new Step("people", this::people),
                new Step("client", () -> doors.records().demonstrationCredential()),
                new Step("courses", this::courses),
                new Step("exams", () -> new DemoExams(doors.exams()).add(ROOT, now)),
                new Step("contest", this::contest),
                new Step("plan", this::plan)));
    }

    /** The year behind it; answers when the last of it is in the records. */
    public Future<Void> loadHistory() {
        return all(List.of(
                new Step("study", () -> history.study(doors.courses())),
                new Step("tests", () -> history.tests(doors.exams())),
                new Step("elsewhere", () -> new DemoElsewhere(doors.records()).tell(history)),
                new Step("appraisal", () -> new DemoAppraisal(doors.appraisals())
                        .open(history.people(), history, now))));
    }

    private Future<Void> all(List<Step> steps) {
        return steps.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, step) -> before.compose(ready -> once(step)),
                        (one, other) -> other);
    }

    private Future<Void> once(Step step) {
        return done.byId(step.name()).compose(found -> found.isPresent() ? Future.succeededFuture() : work(step));
    }

    private Future<Void> work(Step step) {
        LOG.info("loading the demonstration: {}", step.name());
        return step.work().get().compose(ready -> done.put(new Document("_id", step.name())));
    }

    private Future<Void> people() {
        return doors.org()
                .addUnits(people.units())
                .compose(added -> doors.org().addPosts(people.posts()))
                .compose(added -> doors.org().addPeople(people.people(), PASSWORD))
                .mapEmpty();
    }

    private Future<Void> courses() {
        var year = now.withDayOfYear(2).toInstant();
        return new DemoCourses(blobs, doors.courses()).add(ROOT, ORGANIZER, MANAGER, year);
    }

    private Future<Void> contest() {
        return doors.contests()
                .add(
                        new ContestId("xianfa-jingsai"),
                        Text.of("政务公开与信访知识竞赛", "Open government contest"),
                        ROOT,
                        ORGANIZER,
                        new ContestModule.Drawn("信访与政务公开", 6));
    }

    private Future<Void> plan() {
        return doors.plans().add(DemoPlan.of(ROOT, MANAGER, now.toLocalDate())).mapEmpty();
    }
}
