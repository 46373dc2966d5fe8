package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.RulePack;
import io.zhiyong.org.Organization;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The door of courses. */
public final class CourseModule {
    /** The learning record, as far as it is told of study. */
    public interface Recorder {
        /** Answers when it is durable; what is there already changes nothing. */
        Future<StatementId> append(StatementDraft draft);

        /** Answers when the ledger has followed, or after a bounded wait. */
        Future<Boolean> settled(StatementId statement);
    }

    /** The ledger of credit, as far as a completed course shows it. */
    public interface Ledger {
        /** The lines that rest on a statement. */
        Future<List<CreditLine>> of(PersonId person, StatementId statement);

        /** The rules by which a year's study is credited. */
        List<RulePack> packs(int year);
    }

    /** By when a plan asks for courses: days by course id. */
    public interface Deadlines {
        Future<Map<String, LocalDate>> of(PersonId person);
    }

    /** What courses are built on. */
    public record Needs(
            Store store,
            Organization organization,
            QuestionBank questions,
            Recorder record,
            Ledger ledger,
            Deadlines deadlines,
            ZoneId zone) {}

    private static final int MOST = 200;

    private final CourseStore courses;
    private final ProgressStore progress;
    private final StudyRoom study;
    private final LoadingRoom loading;
    private final Routes routes;

    public CourseModule(Needs needs) {
        this.courses = new CourseStore(needs.store());
        this.progress = new ProgressStore(needs.store());
        this.study = new StudyRoom(needs, courses, progress);
        this.loading = new LoadingRoom(needs, courses, progress, study);
        this.routes = new Routes("course");
        new ShelfRoutes(needs, courses, progress).mount(routes);
        new WritingRoutes(new WritingRoom(needs, courses, study)).mount(routes);
        new StudyRoutes(needs, study).mount(routes);
        new MediaRoutes(needs.store().blobs(), study).mount(routes);
    }

    /**
     * Something that can be studied now.
     *
     * @param place the path of its page, as in statements
     */
    public record Taught(CourseId id, String place, Text title, int minutes) {}

    /** What can be studied now, at most 200. */
    public Future<List<Taught>> taught() {
        return courses.open("", MOST).map(all -> all.stream()
                .map(course -> new Taught(
                        course.id(),
                        "courses/" + course.id(),
                        course.taught().about().title(),
                        course.taught().about().minutes()))
                .toList());
    }

    /**
     * A course that somebody has begun and not completed.
     *
     * @param href where he left off
     */
    public record Underway(CourseId id, Text title, int done, int lessons, String href) {}

    /** What somebody is in the middle of, the furthest first. */
    public Future<List<Underway>> underway(PersonId person) {
        return progress.of(person)
                .map(all -> all.stream()
                        .filter(each -> each.begun() && each.completed().isEmpty())
                        .toList())
                .compose(begun -> courses.byIds(begun.stream()
                                .map(each -> each.course().value())
                                .toList())
                        .map(found -> CoursePages.underway(found, begun)));
    }

    /** Who wrote a course, who let it be taught, and when. */
    public record Makers(PersonId author, PersonId publisher, Instant at) {}

    /**
     * Study that lies in the past.
     *
     * @param lessons how many were mastered, from the first
     * @param from when the first one was
     * @param pace from one to the next
     */
    public record Past(PersonId person, int lessons, Instant from, Duration pace) {}

    /** Adds a course that is taught at once; one of its id that is there already stays as it is. */
    public Future<Void> add(CourseId id, UnitId unit, Edition edition, Makers makers) {
        return loading.add(id, unit, edition, makers);
    }

    /** Takes in what people studied before, as if they had done it here. */
    public Future<Void> remember(CourseId id, List<Past> past) {
        return loading.remember(id, past);
    }

    /** Makes the indexes and tells the record what it was not told before the last stop. */
    public Future<Void> start() {
        return courses.start().compose(done -> progress.start()).compose(done -> study.catchUp());
    }

    public Routes routes() {
        return routes;
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/courses", "course.nav", Access.signedIn(), 20));
    }
}
