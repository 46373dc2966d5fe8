package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far one person is in one course. A lesson is done when its checkpoint is mastered, or, where it has none, when it was
 * opened; a course is complete when every lesson is done. No clock takes part in that.
 *
 * @param lessons by lesson key
 * @param completed set once and never taken back, whatever later editions ask for
 * @param told how many of its tellings ({@link #tellings}) the learning record is known to have
 * @param revision how often it was stored; a writer names the one he read
 */
public record Progress(
        PersonId person,
        CourseId course,
        Map<String, Steps> lessons,
        Optional<Completed> completed,
        int told,
        long revision) {

    /** Which edition was completed, and when: when the last lesson that was missing was done. */
    public record Completed(int version, Instant at) {}

    public Progress {
        lessons = Map.copyOf(lessons);
    }

    static Progress none(PersonId person, CourseId course) {
        return new Progress(person, course, Map.of(), Optional.empty(), 0, 0);
    }

    /** After one more event; what it says of a lesson that the edition does not have is kept and counts for nothing. */
    Progress after(StudyEvent event, Edition edition) {
        var more = new HashMap<>(lessons);
        more.merge(event.lesson(), event.steps(edition), Steps::merge);
        var next = new Progress(person, course, more, completed, told, revision);
        return new Progress(person, course, more, completed.or(() -> next.finished(edition)), told, revision);
    }

    private Optional<Completed> finished(Edition edition) {
        var done = edition.lessons().stream().map(this::doneAt).toList();
        if (done.isEmpty() || done.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return done.stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(at -> new Completed(edition.version(), at));
    }

    public Steps of(Lesson lesson) {
        return lessons.getOrDefault(lesson.key(), Steps.NONE);
    }

    /** When a lesson was done; empty while it is not. */
    public Optional<Instant> doneAt(Lesson lesson) {
        var steps = of(lesson);
        return lesson.checkpoint().isPresent() ? steps.mastered() : steps.opened();
    }

    public boolean isDone(Lesson lesson) {
        return doneAt(lesson).isPresent();
    }

    /** How many lessons of an edition are done. */
    public int done(Edition edition) {
        return (int) edition.lessons().stream().filter(this::isDone).count();
    }

    /** How many things there are to tell the learning record of: each mastered lesson, and completion. */
    int tellings() {
        var mastered = lessons.values().stream()
                .filter(steps -> steps.mastered().isPresent())
                .count();
        return (int) mastered + (completed.isPresent() ? 1 : 0);
    }

    /** Whether the learning record may not have been told everything. */
    boolean owed() {
        return tellings() > told;
    }

    public boolean begun() {
        return !lessons.isEmpty();
    }

    /** Where to go on: the first lesson that is not done; when all are, the first. Empty for a course without lessons. */
    public Optional<Lesson> resume(Edition edition) {
        return edition.lessons().stream()
                .filter(lesson -> !isDone(lesson))
                .findFirst()
                .or(() -> edition.lessons().stream().findFirst());
    }
}
