package io.zhiyong.course;

import static io.zhiyong.record.StatementObject.thing;

import io.zhiyong.base.Ids;
import io.zhiyong.base.UnitId;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the learning record is told of a person's study: each lesson mastered, and the course completed, with its declared
 * length. Nothing here tells how long it took.
 */
final class Telling {
    private static final UUID REGISTRATIONS = Ids.uuid5(new UUID(0, 0), "https://zhiyong.io/xapi/course");
    static final String FORM = "online-course";

    private Telling() {}

    /** The course as the record knows it. */
    static Thing course(CourseId id, Edition edition) {
        return thing(ActivityType.COURSE, "courses/" + id, edition.about().title());
    }

    /**
     * Everything there is to tell, the completion last. Told again, it is the same.
     *
     * @param unit where the person belongs
     */
    static List<StatementDraft> of(Progress progress, Edition edition, UnitId unit) {
        var lessons = edition.lessons().stream().flatMap(lesson -> progress.of(lesson).mastered().stream()
                .map(at -> mastered(progress, edition, lesson, at)));
        var whole = progress.completed().stream().map(done -> completed(progress, edition, done));
        return Stream.concat(lessons, whole)
                .map(draft -> draft.registration(registration(progress)).with(Extension.UNIT, unit.value()))
                .toList();
    }

    private static UUID registration(Progress progress) {
        return Ids.uuid5(REGISTRATIONS, progress.person() + "\n" + progress.course());
    }

    private static StatementDraft mastered(Progress progress, Edition edition, Lesson lesson, Instant at) {
        var object =
                thing(ActivityType.LESSON, "courses/" + progress.course() + "/lessons/" + lesson.key(), lesson.title());
        return StatementDraft.telling("course.lesson", progress.course(), lesson.key(), progress.person())
                .that(progress.person(), Verb.MASTERED, object, at)
                .result(Result.NONE.success(true).completion(true))
                .parent(course(progress.course(), edition));
    }

    private static StatementDraft completed(Progress progress, Edition edition, Progress.Completed done) {
        var about = edition.about();
        return completion(progress, done)
                .that(progress.person(), Verb.COMPLETED, course(progress.course(), edition), done.at())
                .result(Result.NONE.success(true).completion(true))
                .with(Extension.FORM, FORM)
                .with(Extension.CATEGORY, about.category())
                .with(Extension.MEASURES, Map.of("MINUTES", about.minutes()))
                .with(Extension.TOPICS, List.of(about.subject()));
    }

    /** Named by person, course and edition: whoever tells it, and however often, tells one thing. */
    static StatementDraft.Telling completion(Progress progress, Progress.Completed done) {
        return StatementDraft.telling("course.completed", progress.course(), done.version(), progress.person());
    }
}
