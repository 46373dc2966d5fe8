package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens when courses are written: scope first, then the rule, then the store. */
final class WritingRoom {
    private final CourseModule.Needs needs;
    private final CourseStore courses;
    private final StudyRoom study;

    WritingRoom(CourseModule.Needs needs, CourseStore courses, StudyRoom study) {
        this.needs = needs;
        this.courses = courses;
        this.study = study;
    }

    StudyRoom study() {
        return study;
    }

    /** The courses of all units that the visitor is an organizer of. */
    Future<List<Course>> own(Visitor visitor, String after, int limit) {
        var units = needs.organization().units();
        var ids = units.scopes(visitor.grants(), Role.ORGANIZER).stream()
                .flatMap(unit -> units.below(unit.id()).stream())
                .map(UnitId::value)
                .toList();
        return courses.ofUnits(ids, after, limit);
    }

    Future<Course> begin(Visitor visitor, About about) {
        var unit = needs.organization().units().scopes(visitor.grants(), Role.ORGANIZER).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("refusal.role"));
        var course = Course.begin(CourseId.fresh(), unit.id(), about, visitor.person());
        return courses.insert(course).map(course);
    }

    /** A course that the visitor may write in. */
    Future<Course> own(Visitor visitor, CourseId id) {
        return courses.byId(id).map(course -> requireOwn(visitor, course));
    }

    private Course requireOwn(Visitor visitor, Course course) {
        needs.organization().units().requireScope(visitor.grants(), Role.ORGANIZER, course.unit());
        return course;
    }

    /** Applies a rule to a course of the visitor's scope. */
    Future<Course> change(Visitor visitor, CourseId id, UnaryOperator<Course> rule) {
        return courses.change(id, course -> rule.apply(requireOwn(visitor, course)));
    }

    Future<Course> write(Visitor visitor, CourseId id, UnaryOperator<Edition> change) {
        return change(visitor, id, course -> course.write(visitor.person(), change));
    }

    /** The head of a lesson; refused when the bank does not have one of its questions. */
    Future<Lesson.Head> checked(Lesson.Head head) {
        var ids = head.checkpoint().map(Checkpoint::questions).orElse(List.of());
        return questions(ids).map(found -> {
            for (var id : ids) {
                if (!found.containsKey(new QuestionId(id))) {
                    throw Refusal.invalid("questions", "course.refusal.noQuestion", id);
                }
            }
            return head;
        });
    }

    Future<Map<QuestionId, Question>> questions(List<String> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture(Map.of())
                : needs.questions().byIds(ids.stream().map(QuestionId::new).toList());
    }

    /** The names of whoever decided about a course. */
    Future<Map<PersonId, String>> names(Course course) {
        var people = course.history().stream().map(Decision::by).distinct().toList();
        return people.isEmpty()
                ? Future.succeededFuture(Map.of())
                : needs.organization().people(people).map(found -> {
                    var names = new java.util.HashMap<PersonId, String>();
                    found.forEach((id, person) -> names.put(id, person.name()));
                    return names;
                });
    }

    /** The lesson as it will be once its input is taken: its new text kept, its files as they were. */
    Future<Lesson> rewritten(Lesson before, Lesson.Head head, String text) {
        if (before instanceof Lesson.Pdf pdf) {
            return Future.succeededFuture(pdf.with(head));
        }
        if (before instanceof Lesson.Video video) {
            return transcript(text)
                    .map(hash ->
                            new Lesson.Video(head, video.film(), video.captions(), video.captionsLanguage(), hash));
        }
        return study.keepText(text).map(hash -> new Lesson.Markdown(head, hash));
    }

    Future<Optional<String>> transcript(String text) {
        return text.isBlank()
                ? Future.succeededFuture(Optional.empty())
                : study.keepText(text).map(Optional::of);
    }
}
