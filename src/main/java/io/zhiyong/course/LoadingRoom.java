package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes in courses that are ready to be taught, and study that lies in the past. */
final class LoadingRoom {
    private final CourseModule.Needs needs;
    private final CourseStore courses;
    private final ProgressStore progress;
    private final StudyRoom study;

    LoadingRoom(CourseModule.Needs needs, CourseStore courses, ProgressStore progress, StudyRoom study) {
        this.needs = needs;
        this.courses = courses;
        this.progress = progress;
        this.study = study;
    }

    /** Under two pairs of eyes like any other: the publisher must not be the author. */
    Future<Void> add(CourseId id, UnitId unit, Edition edition, CourseModule.Makers makers) {
        var course = Course.begin(id, unit, edition.about(), makers.author())
                .write(makers.author(), draft -> edition)
                .submit(makers.author(), makers.at())
                .publish(makers.publisher(), makers.at());
        return courses.insert(course).mapEmpty();
    }

    /** Keeps what was done and tells the record of it; study of somebody who has begun the course already is left out. */
    Future<Void> remember(CourseId id, List<CourseModule.Past> past) {
        return courses.byId(id)
                .map(Course::taught)
                .compose(edition -> keys(edition).map(keys -> past.stream()
                        .map(each -> progress(id, edition, keys, each))
                        .toList()))
                .compose(progress::addAll)
                .compose(kept -> study.catchUp());
    }

    private Future<Map<String, List<String>>> keys(Edition edition) {
        var ids = edition.lessons().stream()
                .flatMap(lesson -> lesson.checkpoint().map(Checkpoint::questions).orElse(List.of()).stream())
                .map(QuestionId::new)
                .collect(Collectors.toCollection(HashSet::new));
        return needs.questions().byIds(ids).map(LoadingRoom::keys);
    }

    private static Map<String, List<String>> keys(Map<QuestionId, Question> questions) {
        return questions.values().stream()
                .collect(Collectors.toMap(question -> question.id().value(), question -> question.body()
                        .key()));
    }

    private static Progress progress(
            CourseId id, Edition edition, Map<String, List<String>> keys, CourseModule.Past past) {
        var all = Progress.none(past.person(), id);
        for (int n = 0; n < Math.min(past.lessons(), edition.lessons().size()); n++) {
            var lesson = edition.lessons().get(n);
            var at = past.from().plus(past.pace().multipliedBy(n));
            all = all.after(new StudyEvent.Opened(lesson.key(), at), edition);
            if (lesson.checkpoint().isPresent()) {
                all = all.after(new StudyEvent.Tried(lesson.key(), right(lesson, keys, at)), edition);
            }
        }
        return all;
    }

    private static Steps.Try right(Lesson lesson, Map<String, List<String>> keys, Instant at) {
        var asked = lesson.checkpoint().orElseThrow().questions();
        var answers = asked.stream()
                .collect(Collectors.toMap(Function.identity(), question -> keys.getOrDefault(question, List.of())));
        return new Steps.Try(answers, new HashSet<>(asked), at);
    }
}
