package io.zhiyong.course;

import io.zhiyong.course.CourseViews.Card;
import io.zhiyong.course.CourseViews.CourseView;
import io.zhiyong.course.CourseViews.LessonView;
import io.zhiyong.course.CourseViews.Media;
import io.zhiyong.course.CourseViews.Row;
import io.zhiyong.course.CourseViews.Study;
import io.zhiyong.course.CourseViews.Subject;
import io.zhiyong.web.Markdown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Views of courses and lessons. Pure. */
final class CoursePages {
    private static final Comparator<Card> URGENT = Comparator.comparing(
                    (Card card) -> card.study().due().orElse(LocalDate.MAX))
            .thenComparing(card -> -card.study().done())
            .thenComparing(Card::id);

    private CoursePages() {}

    /** A course as one person sees it in a list. */
    static Card card(Course course, Progress progress, Optional<LocalDate> due, LocalDate today) {
        var edition = course.taught();
        var about = edition.about();
        var study = study(edition, progress, due, today);
        return new Card(
                course.id().value(),
                about.title(),
                about.summary(),
                about.subject(),
                about.minutes(),
                edition.lessons().size(),
                study);
    }

    private static Study study(Edition edition, Progress progress, Optional<LocalDate> due, LocalDate today) {
        var all = edition.lessons().size();
        var done = progress.done(edition);
        var completed = progress.completed();
        var open = due.filter(day -> completed.isEmpty());
        return new Study(
                completed.isPresent() ? "completed" : progress.begun() ? "underway" : "new",
                done,
                all == 0 ? 0 : done * 100 / all,
                open,
                open.filter(today::isAfter).isPresent(),
                completed.map(Progress.Completed::at));
    }

    /** Whether a course is meant by what somebody looks for. */
    static boolean matches(Course course, String words) {
        var about = course.taught().about();
        var text = String.join(
                        " ",
                        about.title().zh(),
                        about.title().en(),
                        about.summary().zh(),
                        about.summary().en(),
                        about.subject())
                .toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(text::contains);
    }

    /** Begun or due, and not complete: the most urgent first. */
    static List<Card> mine(List<Card> all) {
        return all.stream()
                .filter(card -> !card.study().completed())
                .filter(card -> card.study().underway() || card.study().due().isPresent())
                .sorted(URGENT)
                .toList();
    }

    static List<Card> completed(List<Card> all) {
        return all.stream()
                .filter(card -> card.study().completed())
                .sorted(Comparator.comparing(
                                (Card card) -> card.study().completedAt().orElseThrow())
                        .reversed())
                .toList();
    }

    static List<Subject> subjects(List<Card> all) {
        var bySubject = all.stream().collect(Collectors.groupingBy(Card::subject, TreeMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(each -> new Subject(each.getKey(), each.getValue()))
                .toList();
    }

    static CourseView course(StudyRoom.Going going, Card card, List<Gives> gives, boolean mayEdit) {
        var edition = going.edition();
        var next = going.progress().resume(edition).orElse(edition.lessons().get(0));
        return new CourseView(
                card,
                edition.version(),
                rows(going),
                address(going, next),
                going.course().retired(),
                gives,
                mayEdit);
    }

    private static String address(StudyRoom.Going going, Lesson lesson) {
        return "/courses/" + going.course().id() + "/lessons/" + going.edition().numberOf(lesson);
    }

    private static List<Row> rows(StudyRoom.Going going) {
        return going.edition().lessons().stream()
                .map(lesson -> row(going, lesson))
                .toList();
    }

    private static Row row(StudyRoom.Going going, Lesson lesson) {
        var steps = going.progress().of(lesson);
        return new Row(
                going.edition().numberOf(lesson),
                lesson.key(),
                lesson.title(),
                lesson.head().minutes(),
                lesson.form(),
                lesson.checkpoint()
                        .map(checkpoint -> checkpoint.questions().size())
                        .orElse(0),
                going.progress().isDone(lesson) ? "done" : steps.opened().isPresent() ? "opened" : "new",
                address(going, lesson));
    }

    static LessonView lesson(
            StudyRoom.Going going,
            Lesson lesson,
            Optional<String> text,
            Optional<CourseViews.CheckpointView> checkpoint) {
        var edition = going.edition();
        var number = edition.numberOf(lesson);
        return new LessonView(
                going.course().id().value(),
                edition.about().title(),
                row(going, lesson),
                rows(going),
                text.map(Markdown::render),
                media(going.course().id(), lesson),
                going.progress().of(lesson).position().map(Steps.Position::at).orElse(0.0),
                checkpoint,
                number > 1 ? Optional.of(address(going, edition.lessons().get(number - 2))) : Optional.empty(),
                edition.after(lesson).map(next -> address(going, next)),
                going.progress().completed().isPresent(),
                going.progress().done(edition));
    }

    /** Addresses of what a lesson shows. */
    static Media media(CourseId course, Lesson lesson) {
        var base = "/courses/" + course + "/media/";
        if (lesson instanceof Lesson.Video video) {
            return new Media(
                    Optional.of(base + video.film()),
                    video.captions().map(hash -> base + hash),
                    video.captionsLanguage(),
                    Optional.empty(),
                    "");
        }
        if (lesson instanceof Lesson.Pdf pdf) {
            var name = "?name=" + URLEncoder.encode(pdf.fileName(), StandardCharsets.UTF_8);
            return new Media(
                    Optional.empty(), Optional.empty(), "", Optional.of(base + pdf.document() + name), pdf.fileName());
        }
        return Media.NONE;
    }

    /** What somebody is in the middle of, the furthest first. */
    static List<CourseModule.Underway> underway(List<Course> courses, List<Progress> begun) {
        return courses.stream()
                .filter(course -> course.live().isPresent())
                .flatMap(course -> begun.stream()
                        .filter(each -> each.course().equals(course.id()))
                        .map(each -> underway(new StudyRoom.Going(course, each))))
                .sorted(Comparator.comparing((CourseModule.Underway each) -> -each.done())
                        .thenComparing(each -> each.id().value()))
                .toList();
    }

    private static CourseModule.Underway underway(StudyRoom.Going going) {
        var edition = going.edition();
        var next = going.progress().resume(edition).orElse(edition.lessons().get(0));
        return new CourseModule.Underway(
                going.course().id(),
                edition.about().title(),
                going.progress().done(edition),
                edition.lessons().size(),
                address(going, next));
    }

    /** A day by course id; the earliest where several plans ask. */
    static Optional<LocalDate> due(Map<String, LocalDate> deadlines, Course course) {
        return Optional.ofNullable(deadlines.get(course.id().value()));
    }
}
