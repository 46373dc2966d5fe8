package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import io.zhiyong.course.WritingViews.EditView;
import io.zhiyong.course.WritingViews.Fields;
import io.zhiyong.course.WritingViews.HistoryLine;
import io.zhiyong.course.WritingViews.LessonEditView;
import io.zhiyong.course.WritingViews.LessonLine;
import io.zhiyong.course.WritingViews.QuestionLine;
import io.zhiyong.course.WritingViews.Review;
import io.zhiyong.course.WritingViews.Written;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.web.Markdown;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Views of courses being written. Pure. */
final class WritingPages {
    private static final int USUAL_MINUTES = 10;

    private WritingPages() {}

    static List<Written> list(List<Course> courses, PersonId reader) {
        return courses.stream()
                .map(course -> written(course, reader))
                .sorted(Comparator.comparing((Written each) -> !each.mayPublish())
                        .thenComparing(each -> !each.waiting())
                        .thenComparing(each -> !each.drafted())
                        .thenComparing(Written::id))
                .toList();
    }

    private static Written written(Course course, PersonId reader) {
        var about = course.latest().about();
        return new Written(
                course.id().value(),
                about.title(),
                about.subject(),
                word(course.state()),
                course.draft().isPresent(),
                course.draft().filter(Draft::submitted).isPresent(),
                mayPublish(course, reader));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static boolean mayPublish(Course course, PersonId reader) {
        return course.draft()
                .filter(draft -> draft.submitted() && !draft.authors().contains(reader))
                .isPresent();
    }

    static EditView edit(Course course, PersonId reader, Map<PersonId, String> names) {
        var edition = course.latest();
        return new EditView(
                course.id().value(),
                edition.about(),
                word(course.state()),
                edition.version(),
                review(course, reader),
                edition.lessons().stream().map(lesson -> line(edition, lesson)).toList(),
                course.history().stream()
                        .map(decision -> new HistoryLine(
                                word(decision.kind()),
                                names.getOrDefault(decision.by(), decision.by().value()),
                                decision.at(),
                                decision.version(),
                                decision.reason()))
                        .toList());
    }

    private static Review review(Course course, PersonId reader) {
        var waiting = course.draft().filter(Draft::submitted).isPresent();
        return new Review(
                course.draft().isPresent(),
                !waiting,
                waiting,
                mayPublish(course, reader),
                course.open(),
                course.draft().flatMap(Draft::sentBack));
    }

    private static LessonLine line(Edition edition, Lesson lesson) {
        return new LessonLine(
                edition.numberOf(lesson),
                lesson.key(),
                lesson.title(),
                lesson.head().minutes(),
                word(lesson.form()),
                lesson.checkpoint().map(each -> each.questions().size()).orElse(0));
    }

    static LessonEditView fresh(Course course) {
        var fields = new Fields("", "", USUAL_MINUTES, "", "", BigDecimal.ONE);
        return new LessonEditView(
                course.id().value(),
                course.latest().about().title(),
                "",
                fields,
                Lesson.Form.MARKDOWN.name(),
                Optional.empty(),
                CourseViews.Media.NONE,
                List.of());
    }

    static LessonEditView lesson(
            Course course, Lesson lesson, Optional<String> text, Map<QuestionId, Question> questions) {
        var ids = lesson.checkpoint().map(Checkpoint::questions).orElse(List.of());
        var fields = new Fields(
                lesson.title().zh(),
                lesson.title().en(),
                lesson.head().minutes(),
                text.orElse(""),
                String.join(" ", ids),
                lesson.checkpoint().map(Checkpoint::passMark).orElse(BigDecimal.ONE));
        return new LessonEditView(
                course.id().value(),
                course.latest().about().title(),
                lesson.key(),
                fields,
                lesson.form().name(),
                text.map(Markdown::render),
                CoursePages.media(course.id(), lesson),
                ids.stream()
                        .map(id -> new QuestionLine(
                                id,
                                Optional.ofNullable(questions.get(new QuestionId(id)))
                                        .map(Question::stem)
                                        .orElse("")))
                        .toList());
    }
}
