package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.course.CourseViews.CompletionView;
import io.zhiyong.course.CourseViews.CourseView;
import io.zhiyong.course.CourseViews.LessonView;
import io.zhiyong.course.CourseViews.PositionView;
import io.zhiyong.course.StudyInputs.AnswerCheckpoint;
import io.zhiyong.course.StudyInputs.SavePosition;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.RulePack;
import io.zhiyong.questionbank.Question;
import io.zhiyong.record.StatementId;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studying: a course, its lessons, their checkpoints, completion. */
final class StudyRoutes {
    private final CourseModule.Needs needs;
    private final StudyRoom room;

    StudyRoutes(CourseModule.Needs needs, StudyRoom room) {
        this.needs = needs;
        this.room = room;
    }

    void mount(Routes routes) {
        routes.get("/courses/:id", Access.signedIn(), CourseView.class, this::course)
                .get("/courses/:id/lessons/:n", Access.signedIn(), LessonView.class, this::lesson)
                .post(
                        "/courses/:id/lessons/:n/position",
                        Access.signedIn(),
                        SavePosition.class,
                        PositionView.class,
                        this::position)
                .post(
                        "/courses/:id/lessons/:n/checkpoint",
                        Access.signedIn(),
                        AnswerCheckpoint.class,
                        LessonView.class,
                        this::answer)
                .get("/courses/:id/completion", Access.signedIn(), CompletionView.class, this::completion);
    }

    private Future<StudyRoom.Going> going(Call call) {
        return room.going(call.visitor().person(), new CourseId(call.path("id")));
    }

    private Future<Reply> course(Call call) {
        var deadlines = needs.deadlines().of(call.visitor().person());
        return Future.all(going(call), deadlines)
                .map(read -> course(call, read.resultAt(0), deadlines.result()))
                .map(view -> Reply.page("course/course", view));
    }

    private CourseView course(Call call, StudyRoom.Going going, Map<String, java.time.LocalDate> deadlines) {
        var today = call.now().atZone(needs.zone()).toLocalDate();
        var course = going.course();
        var card = CoursePages.card(course, going.progress(), CoursePages.due(deadlines, course), today);
        var gives = Gives.of(course.id(), going.edition(), packs(call), call.now(), needs.zone());
        return CoursePages.course(going, card, gives, room.writes(call.visitor(), course));
    }

    private List<RulePack> packs(Call call) {
        return needs.ledger().packs(call.now().atZone(needs.zone()).getYear());
    }

    /** A lesson as somebody finds it. */
    private record Found(StudyRoom.Going going, Lesson lesson) {}

    private Future<Found> found(Call call) {
        return going(call).map(going -> new Found(going, going.edition().lesson(call.path("n"))));
    }

    private Future<Reply> lesson(Call call) {
        return found(call)
                .compose(found -> room.open(call.visitor().person(), found.going(), found.lesson(), call.now())
                        .map(going -> new Found(going, found.lesson())))
                .compose(found -> shown(call, found))
                .map(view -> Reply.page("course/lesson", view));
    }

    private Future<LessonView> shown(Call call, Found found) {
        var text = room.text(found.lesson());
        var questions = room.questions(found.lesson());
        return Future.all(text, questions).map(read -> view(call, found, text.result(), questions.result()));
    }

    private static LessonView view(Call call, Found found, Optional<String> text, List<Question> questions) {
        var again = call.query("again").isPresent();
        var checkpoint = CheckpointPages.view(found.going(), found.lesson(), questions, again, call.language());
        return CoursePages.lesson(found.going(), found.lesson(), text, checkpoint);
    }

    private Future<Reply> position(Call call, SavePosition input) {
        var position = new Steps.Position(input.at(), call.now());
        return found(call)
                .compose(found -> room.leave(call.visitor().person(), found.going(), found.lesson(), position)
                        .map(going ->
                                going.progress().of(found.lesson()).position().orElse(position)))
                .map(kept -> Reply.seeOther(here(call), new PositionView(kept.at(), kept.saved())));
    }

    private static String here(Call call) {
        return "/courses/" + call.path("id") + "/lessons/" + call.path("n");
    }

    private Future<Reply> answer(Call call, AnswerCheckpoint input) {
        var person = call.visitor().person();
        return found(call)
                .compose(found -> room.answer(person, found.going(), found.lesson(), input.byQuestion(), call.now())
                        .map(going -> new Found(going, found.lesson())))
                .compose(found -> shown(call, found))
                .map(view -> Reply.seeOther(next(call, view), view));
    }

    /** After the last lesson is mastered: to what came of it. Otherwise back to the questions, with what was right. */
    private static String next(Call call, LessonView view) {
        var mastered =
                view.checkpoint().filter(CourseViews.CheckpointView::mastered).isPresent();
        return view.courseCompleted() && mastered && view.done() == view.total()
                ? "/courses/" + view.course() + "/completion"
                : here(call) + "#checkpoint";
    }

    private Future<Reply> completion(Call call) {
        return going(call)
                .compose(going -> credited(call, going).map(lines -> completion(call, going, lines)))
                .map(view -> Reply.page("course/completion", view));
    }

    private Future<List<CreditLine>> credited(Call call, StudyRoom.Going going) {
        return StudyRoom.completion(going.progress())
                .map(statement -> needs.ledger().of(call.visitor().person(), statement))
                .orElseGet(() -> Future.failedFuture(Refusal.conflict("course.refusal.notComplete")));
    }

    private CompletionView completion(Call call, StudyRoom.Going going, List<CreditLine> lines) {
        var done = going.progress().completed().orElseThrow();
        return new CompletionView(
                going.course().id().value(),
                going.edition().about().title(),
                done.at(),
                done.version(),
                Gives.of(lines, packs(call)),
                !going.progress().owed(),
                StudyRoom.completion(going.progress()).map(StatementId::text));
    }
}
