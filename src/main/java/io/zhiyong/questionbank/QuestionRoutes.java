package io.zhiyong.questionbank;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.questionbank.QuestionPages.FormView;
import io.zhiyong.questionbank.QuestionPages.ListView;
import io.zhiyong.questionbank.QuestionPages.ShowView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.Locale;
import java.util.Optional;

/** Browsing, writing and judging questions; for organizers only, because keys are shown. */
final class QuestionRoutes {
    static final Access ORGANIZERS = Access.role(Role.ORGANIZER, Role.ADMINISTRATOR);
    private static final int PAGE = 20;
    private static final int MOST_EXPORTED = 10_000;

    private final QuestionStore store;
    private final QuestionBank bank;

    QuestionRoutes(QuestionStore store, QuestionBank bank) {
        this.store = store;
        this.bank = bank;
    }

    Routes routes() {
        return new Routes("questionbank")
                .get("/questions", ORGANIZERS, ListView.class, this::list)
                .get("/questions/new", ORGANIZERS, FormView.class, this::blank)
                .get("/questions/export", ORGANIZERS, String.class, this::export)
                .post("/questions", ORGANIZERS, QuestionInput.class, ShowView.class, this::create)
                .get("/questions/:id", ORGANIZERS, ShowView.class, this::show)
                .get("/questions/:id/edit", ORGANIZERS, FormView.class, this::form)
                .post("/questions/:id", ORGANIZERS, QuestionInput.class, ShowView.class, this::edit)
                .post("/questions/:id/state", ORGANIZERS, StateInput.class, ShowView.class, this::judge);
    }

    /** What a question becomes. */
    record StateInput(QuestionState state) {
        StateInput {
            if (state == null) {
                throw Refusal.invalid("state", "refusal.missing");
            }
        }
    }

    private Future<Reply> list(Call call) {
        var filter = filter(call);
        var after = call.query("after");
        var page = store.list(filter, after, call.limit(PAGE));
        var subjects = bank.subjects();
        return Future.all(page, subjects)
                .map(both ->
                        QuestionPages.list(filter, subjects.result(), page.result(), after.isEmpty(), call.language()))
                .map(view -> Reply.page("questionbank/list", view));
    }

    private static QuestionFilter filter(Call call) {
        return new QuestionFilter(
                call.query("words"),
                call.query("subject"),
                call.query("type").map(text -> named(QuestionType.class, "type", text)),
                call.query("difficulty").map(QuestionRoutes::difficulty),
                call.query("state").map(text -> named(QuestionState.class, "state", text)),
                call.query("point"));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String field, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "refusal.form");
        }
    }

    private static int difficulty(String text) {
        if (!text.matches("[1-5]")) {
            throw Refusal.invalid("difficulty", "questionbank.refusal.difficulty", text);
        }
        return Integer.parseInt(text);
    }

    private Future<Reply> blank(Call call) {
        return Future.succeededFuture(Reply.page("questionbank/form", QuestionPages.blankForm(call.query("subject"))));
    }

    private Future<Reply> create(Call call, QuestionInput input) {
        var id = new QuestionId("q-" + Ids.fresh());
        return store.add(
                        input.question(id, 1, QuestionState.DRAFT),
                        call.visitor().person(),
                        call.now())
                .compose(made -> shown(made.id(), call))
                .map(view -> Reply.created("/questions/" + id, view));
    }

    private Future<Reply> show(Call call) {
        return shown(id(call), call).map(view -> Reply.page("questionbank/show", view));
    }

    private Future<ShowView> shown(QuestionId id, Call call) {
        var question = store.current(id);
        var history = store.history(id);
        return Future.all(question, history)
                .map(both -> QuestionPages.show(question.result(), history.result(), call.language()));
    }

    private static QuestionId id(Call call) {
        return new QuestionId(call.path("id"));
    }

    private Future<Reply> form(Call call) {
        return store.current(id(call)).map(QuestionPages::form).map(view -> Reply.page("questionbank/form", view));
    }

    private Future<Reply> edit(Call call, QuestionInput input) {
        return store.current(id(call))
                .map(before -> before.replacedBy(input.question(before.id(), 1, before.state())))
                .compose(next -> store.add(next, call.visitor().person(), call.now()))
                .compose(made -> shown(made.id(), call))
                .map(view ->
                        Reply.seeOther("/questions/" + view.face().id(), view).withNotice("questionbank.saved"));
    }

    private Future<Reply> judge(Call call, StateInput input) {
        return store.current(id(call))
                .map(before -> before.become(input.state()))
                .compose(next -> store.add(next, call.visitor().person(), call.now()))
                .compose(made -> shown(made.id(), call))
                .map(view ->
                        Reply.seeOther("/questions/" + view.face().id(), view).withNotice("questionbank.saved"));
    }

    private Future<Reply> export(Call call) {
        return store.list(filter(call), Optional.empty(), MOST_EXPORTED)
                .map(page -> GiftWriter.write(page.items()))
                .map(written ->
                        Reply.file("questions.gift", "text/plain; charset=utf-8", Buffer.buffer(written.text())));
    }
}
