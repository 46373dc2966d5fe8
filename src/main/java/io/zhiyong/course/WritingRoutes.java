package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.Role;
import io.zhiyong.course.WritingInputs.CourseInput;
import io.zhiyong.course.WritingInputs.LessonInput;
import io.zhiyong.course.WritingInputs.PreviewInput;
import io.zhiyong.course.WritingInputs.ReasonInput;
import io.zhiyong.course.WritingViews.EditView;
import io.zhiyong.course.WritingViews.LessonEditView;
import io.zhiyong.course.WritingViews.NewView;
import io.zhiyong.course.WritingViews.PreviewView;
import io.zhiyong.course.WritingViews.WritingView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Markdown;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writing courses, submitting them, and publishing what another wrote. */
final class WritingRoutes {
    private static final Access ORGANIZER = Access.role(Role.ORGANIZER);
    private static final String EDIT = "/courses/:id/edit";
    private static final int SHOWN = 50;

    private final WritingRoom room;
    private final LessonUploadRoutes uploads;

    WritingRoutes(WritingRoom room) {
        this.room = room;
        this.uploads = new LessonUploadRoutes(room);
    }

    /** Before {@code /courses/:id}, which would take {@code new} for an id. */
    void mount(Routes routes) {
        routes.get("/courses/new", ORGANIZER, NewView.class, this::fresh)
                .get("/courses/writing", ORGANIZER, WritingView.class, this::writing)
                .post("/courses", ORGANIZER, CourseInput.class, EditView.class, this::begin)
                .get(EDIT, ORGANIZER, EditView.class, this::edit)
                .post(EDIT, ORGANIZER, CourseInput.class, EditView.class, this::about)
                .post(EDIT + "/preview", ORGANIZER, PreviewInput.class, PreviewView.class, this::preview)
                .get(EDIT + "/lessons/new", ORGANIZER, LessonEditView.class, this::freshLesson)
                .post(EDIT + "/lessons", ORGANIZER, LessonInput.class, EditView.class, this::addLesson)
                .get(EDIT + "/lessons/:key", ORGANIZER, LessonEditView.class, this::lesson)
                .post(EDIT + "/lessons/:key", ORGANIZER, LessonInput.class, EditView.class, this::saveLesson)
                .post(EDIT + "/lessons/:key/remove", ORGANIZER, Nothing.class, EditView.class, this::remove)
                .post(EDIT + "/lessons/:key/earlier", ORGANIZER, Nothing.class, EditView.class, this::earlier)
                .post("/courses/:id/submit", ORGANIZER, Nothing.class, EditView.class, this::submit)
                .post("/courses/:id/send-back", ORGANIZER, ReasonInput.class, EditView.class, this::sendBack)
                .post("/courses/:id/publish", ORGANIZER, Nothing.class, EditView.class, this::publish)
                .post("/courses/:id/retire", ORGANIZER, ReasonInput.class, EditView.class, this::retire);
        uploads.mount(routes);
    }

    static CourseId id(Call call) {
        return new CourseId(call.path("id"));
    }

    private Future<Reply> fresh(Call call) {
        return Future.succeededFuture(Reply.page("course/new", new NewView(List.of())));
    }

    private Future<Reply> writing(Call call) {
        var limit = call.limit(SHOWN);
        return room.own(call.visitor(), call.query("after").orElse(""), limit + 1)
                .map(read -> Page.cut(read, limit, course -> course.id().value()))
                .map(page -> new WritingView(
                        WritingPages.list(page.items(), call.visitor().person()), page.next()))
                .map(view -> Reply.page("course/writing", view));
    }

    private Future<Reply> begin(Call call, CourseInput input) {
        return room.begin(call.visitor(), input.about())
                .compose(course -> view(call, course))
                .map(view ->
                        Reply.created("/courses/" + view.id() + "/edit", view).withNotice("course.notice.begun"));
    }

    private Future<EditView> view(Call call, Course course) {
        return room.names(course)
                .map(names -> WritingPages.edit(course, call.visitor().person(), names));
    }

    private Future<Reply> edit(Call call) {
        return room.own(call.visitor(), id(call))
                .compose(course -> view(call, course))
                .map(view -> Reply.page("course/edit", view));
    }

    private Future<Reply> changed(Call call, Future<Course> change, String notice) {
        return change.compose(course -> view(call, course))
                .map(view ->
                        Reply.seeOther("/courses/" + view.id() + "/edit", view).withNotice(notice));
    }

    private Future<Reply> wrote(Call call, UnaryOperator<Edition> change) {
        return changed(call, room.write(call.visitor(), id(call), change), "course.notice.saved");
    }

    private Future<Reply> about(Call call, CourseInput input) {
        var about = input.about();
        return wrote(call, edition -> edition.about(about));
    }

    private Future<Reply> preview(Call call, PreviewInput input) {
        return Future.succeededFuture(
                Reply.fragment("course/_preview", new PreviewView(Markdown.render(input.text()))));
    }

    private Future<Reply> freshLesson(Call call) {
        return room.own(call.visitor(), id(call))
                .map(course -> Reply.page("course/lesson-edit", WritingPages.fresh(course)));
    }

    /** The key is free in the edition that it is added to, which may be another than the one that was looked at. */
    private Future<Reply> addLesson(Call call, LessonInput input) {
        return room.own(call.visitor(), id(call))
                .compose(course -> room.checked(input.head("new")))
                .compose(head -> room.study().keepText(input.requiredText()))
                .compose(text ->
                        wrote(call, edition -> edition.plus(new Lesson.Markdown(input.head(edition.freeKey()), text))));
    }

    private Future<Reply> lesson(Call call) {
        return room.own(call.visitor(), id(call))
                .compose(course -> lesson(course, course.latest().lesson(call.path("key"))))
                .map(view -> Reply.page("course/lesson-edit", view));
    }

    private Future<LessonEditView> lesson(Course course, Lesson lesson) {
        var text = room.study().text(lesson);
        var questions =
                room.questions(lesson.checkpoint().map(Checkpoint::questions).orElse(List.of()));
        return Future.all(text, questions)
                .map(read -> WritingPages.lesson(course, lesson, text.result(), questions.result()));
    }

    private Future<Reply> saveLesson(Call call, LessonInput input) {
        return room.own(call.visitor(), id(call))
                .map(course -> course.latest().lesson(call.path("key")))
                .compose(before -> room.checked(input.head(before.key()))
                        .compose(head -> room.rewritten(before, head, textOf(before, input))))
                .compose(lesson -> wrote(call, edition -> edition.replacing(lesson)));
    }

    private static String textOf(Lesson before, LessonInput input) {
        return before.form() == Lesson.Form.MARKDOWN ? input.requiredText() : input.text();
    }

    private Future<Reply> remove(Call call, Nothing nothing) {
        return wrote(call, edition -> edition.without(call.path("key")));
    }

    private Future<Reply> earlier(Call call, Nothing nothing) {
        return wrote(call, edition -> edition.earlier(call.path("key")));
    }

    private Future<Reply> decide(Call call, UnaryOperator<Course> rule, String notice) {
        return changed(call, room.change(call.visitor(), id(call), rule), notice);
    }

    private Future<Reply> submit(Call call, Nothing nothing) {
        return decide(call, course -> course.submit(call.visitor().person(), call.now()), "course.notice.submitted");
    }

    private Future<Reply> sendBack(Call call, ReasonInput input) {
        return decide(
                call,
                course -> course.sendBack(call.visitor().person(), call.now(), input.reason()),
                "course.notice.sentBack");
    }

    private Future<Reply> publish(Call call, Nothing nothing) {
        return decide(call, course -> course.publish(call.visitor().person(), call.now()), "course.notice.published");
    }

    private Future<Reply> retire(Call call, ReasonInput input) {
        return decide(
                call,
                course -> course.retire(call.visitor().person(), call.now(), input.reason()),
                "course.notice.retired");
    }
}
