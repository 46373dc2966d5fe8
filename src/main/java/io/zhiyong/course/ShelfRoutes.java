package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.Role;
import io.zhiyong.course.CourseViews.Card;
import io.zhiyong.course.CourseViews.CoursesView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of courses: one's own first, then all by subject. */
final class ShelfRoutes {
    private static final int SHOWN = 100;

    private final CourseModule.Needs needs;
    private final CourseStore courses;
    private final ProgressStore progress;

    ShelfRoutes(CourseModule.Needs needs, CourseStore courses, ProgressStore progress) {
        this.needs = needs;
        this.courses = courses;
        this.progress = progress;
    }

    void mount(Routes routes) {
        routes.get("/courses", Access.signedIn(), CoursesView.class, this::courses);
    }

    /** Everything read for one page. */
    private record Read(Page<Course> open, List<Progress> begun, Map<String, LocalDate> deadlines) {}

    private Future<Reply> courses(Call call) {
        return read(call).compose(this::withOwn).map(shelf -> Reply.page("course/courses", view(call, shelf)));
    }

    private Future<Read> read(Call call) {
        var person = call.visitor().person();
        var limit = call.limit(SHOWN);
        var open = courses.open(call.query("after").orElse(""), limit + 1);
        var begun = progress.of(person);
        var deadlines = needs.deadlines().of(person);
        return Future.all(open, begun, deadlines)
                .map(all -> new Read(
                        Page.cut(open.result(), limit, course -> course.id().value()),
                        begun.result(),
                        deadlines.result()));
    }

    /** With the reader's own courses that this part of the list does not hold. */
    private record Shelf(Read read, List<Course> own) {}

    private Future<Shelf> withOwn(Read read) {
        var ids = new HashSet<>(read.deadlines().keySet());
        read.begun().forEach(each -> ids.add(each.course().value()));
        read.open().items().forEach(course -> ids.remove(course.id().value()));
        return courses.byIds(ids).map(own -> new Shelf(read, own));
    }

    private CoursesView view(Call call, Shelf shelf) {
        var card = cards(shelf.read(), call.now().atZone(needs.zone()).toLocalDate());
        var search = call.query("q").orElse("");
        var listed = shelf.read().open().items().stream()
                .filter(course -> search.isEmpty() || CoursePages.matches(course, search))
                .map(card)
                .toList();
        var own = new ArrayList<Card>(search.isEmpty() ? listed : List.of());
        shelf.own().stream()
                .filter(course -> search.isEmpty() && course.live().isPresent())
                .map(card)
                .forEach(own::add);
        return new CoursesView(
                search,
                CoursePages.mine(own),
                CoursePages.completed(own),
                CoursePages.subjects(listed),
                shelf.read().open().next(),
                call.visitor().has(Role.ORGANIZER));
    }

    private static Function<Course, Card> cards(Read read, LocalDate today) {
        var begun = read.begun().stream().collect(Collectors.toMap(Progress::course, each -> each));
        return course -> CoursePages.card(
                course,
                Optional.ofNullable(begun.get(course.id())).orElseGet(() -> Progress.none(null, course.id())),
                CoursePages.due(read.deadlines(), course),
                today);
    }
}
