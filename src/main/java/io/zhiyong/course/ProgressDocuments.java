package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Progress as documents. Lessons and answers are lists: their keys may hold what a field's name may not. */
final class ProgressDocuments {
    private ProgressDocuments() {}

    /** Names the progress of one person in one course. */
    static String id(PersonId person, CourseId course) {
        return person.value() + "/" + course.value();
    }

    static Document of(Progress progress) {
        return new Document("_id", id(progress.person(), progress.course()))
                .append("person", progress.person().value())
                .append("course", progress.course().value())
                .append(
                        "lessons",
                        progress.lessons().entrySet().stream()
                                .map(each -> steps(each.getKey(), each.getValue()))
                                .toList())
                .append(
                        "completed",
                        progress.completed()
                                .map(done -> new Document("version", done.version()).append("at", Date.from(done.at())))
                                .orElse(null))
                .append("told", progress.told())
                .append("owed", progress.owed())
                .append("revision", progress.revision());
    }

    static Progress progress(Document from) {
        var lessons = new HashMap<String, Steps>();
        from.getList("lessons", Document.class).forEach(each -> lessons.put(each.getString("key"), steps(each)));
        return new Progress(
                new PersonId(from.getString("person")),
                new CourseId(from.getString("course")),
                lessons,
                Optional.ofNullable(from.get("completed", Document.class))
                        .map(done -> new Progress.Completed(
                                done.getInteger("version"), done.getDate("at").toInstant())),
                from.getInteger("told"),
                from.getLong("revision"));
    }

    private static Document steps(String key, Steps steps) {
        var document = new Document("key", key);
        steps.opened().ifPresent(at -> document.append("opened", Date.from(at)));
        steps.mastered().ifPresent(at -> document.append("mastered", Date.from(at)));
        steps.position().ifPresent(position -> document.append("at", position.at())
                .append("saved", Date.from(position.saved())));
        steps.lastTry().ifPresent(attempt -> document.append("try", attempt(attempt)));
        return document;
    }

    private static Steps steps(Document from) {
        return new Steps(
                instant(from, "opened"),
                instant(from, "mastered"),
                instant(from, "saved").map(saved -> new Steps.Position(from.getDouble("at"), saved)),
                Optional.ofNullable(from.get("try", Document.class)).map(ProgressDocuments::attempt));
    }

    private static Document attempt(Steps.Try attempt) {
        var answers = attempt.answers().entrySet().stream()
                .map(each -> new Document("q", each.getKey())
                        .append("values", each.getValue())
                        .append("right", attempt.right().contains(each.getKey())))
                .toList();
        return new Document("at", Date.from(attempt.at())).append("answers", answers);
    }

    private static Steps.Try attempt(Document from) {
        var answers = new HashMap<String, List<String>>();
        var right = new HashSet<String>();
        for (var each : from.getList("answers", Document.class)) {
            answers.put(each.getString("q"), each.getList("values", String.class));
            if (each.getBoolean("right")) {
                right.add(each.getString("q"));
            }
        }
        return new Steps.Try(Map.copyOf(answers), right, from.getDate("at").toInstant());
    }

    private static Optional<Instant> instant(Document from, String field) {
        return Optional.ofNullable(from.getDate(field)).map(Date::toInstant);
    }
}
