package io.zhiyong.exam;

import io.vertx.core.Future;
import io.zhiyong.exam.AttemptPages.ResultView;
import io.zhiyong.exam.AttemptPages.SavedView;
import io.zhiyong.exam.AttemptPages.SittingView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;

/** Sitting an exam. An attempt is there for the person who makes it and for nobody else. */
final class AttemptRoutes {
    private final AttemptRoom room;

    AttemptRoutes(AttemptRoom room) {
        this.room = room;
    }

    Routes routes() {
        var who = Access.signedIn();
        return new Routes("exam")
                .get("/attempts/:id", who, SittingView.class, this::sitting)
                .post("/attempts/:id/answers", who, AnswersForm.class, SavedView.class, this::answer)
                .get("/attempts/:id/submit", who, SittingView.class, this::confirm)
                .post("/attempts/:id/submit", who, Nothing.class, ResultView.class, this::submit)
                .get("/attempts/:id/result", who, ResultView.class, this::result);
    }

    private Future<AttemptRoom.Desk> desk(Call call) {
        return room.open(new AttemptId(call.path("id")), call.visitor().person(), call.now());
    }

    private Future<Reply> sitting(Call call) {
        return desk(call).map(desk -> sat(desk, call, "exam/sitting"));
    }

    private Future<Reply> confirm(Call call) {
        return desk(call).map(desk -> sat(desk, call, "exam/submit"));
    }

    /** The paper while it is sat; the way to the result afterwards. */
    private static Reply sat(AttemptRoom.Desk desk, Call call, String template) {
        var view = AttemptPages.sitting(desk, call.now());
        return desk.attempt().isOpen() ? Reply.page(template, view) : Reply.seeOther(resultOf(desk), ended(desk, call));
    }

    private static String resultOf(AttemptRoom.Desk desk) {
        return "/attempts/" + desk.attempt().id() + "/result";
    }

    private static ResultView ended(AttemptRoom.Desk desk, Call call) {
        return AttemptPages.result(desk, call.now(), call.language());
    }

    private Future<Reply> answer(Call call, AnswersForm form) {
        return desk(call)
                .compose(desk -> room.answer(desk, form, call.now()))
                .map(attempt -> AttemptPages.saved(attempt, call.now()))
                .map(view -> Reply.seeOther("/attempts/" + view.id() + "/submit", view));
    }

    private Future<Reply> submit(Call call, Nothing nothing) {
        return desk(call)
                .compose(desk -> room.handIn(desk, call.now()))
                .map(desk -> Reply.seeOther(resultOf(desk), ended(desk, call)));
    }

    private Future<Reply> result(Call call) {
        return desk(call)
                .map(desk -> desk.attempt().isOpen()
                        ? Reply.seeOther("/attempts/" + desk.attempt().id(), AttemptPages.sitting(desk, call.now()))
                        : Reply.page("exam/result", ended(desk, call)));
    }
}
