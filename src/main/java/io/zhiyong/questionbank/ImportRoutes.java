package io.zhiyong.questionbank;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.ImportPages.ChooseView;
import io.zhiyong.questionbank.ImportPages.OutcomeView;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Upload;

/** A file in, a dry run shown, one step to confirm, another to undo. */
final class ImportRoutes {
    /** One document holds the file: below the 16 MB of BSON, above any question file in the wild. */
    private static final int LARGEST = 8 << 20;

    private final ImportRoom room;
    private final QuestionBank bank;

    ImportRoutes(ImportRoom room, QuestionBank bank) {
        this.room = room;
        this.bank = bank;
    }

    Routes routes() {
        var who = QuestionRoutes.ORGANIZERS;
        return new Routes("questionbank")
                .get("/questions/import", who, ChooseView.class, this::choose)
                .upload("/questions/import", who, OutcomeView.class, this::dryRun)
                .get("/questions/imports/:id", who, OutcomeView.class, this::show)
                .post("/questions/imports/:id/confirm", who, Nothing.class, OutcomeView.class, this::confirm)
                .post("/questions/imports/:id/undo", who, Nothing.class, OutcomeView.class, this::undo);
    }

    private Future<Reply> choose(Call call) {
        return bank.subjects().map(subjects -> Reply.page("questionbank/import", new ChooseView(subjects)));
    }

    private Future<Reply> dryRun(Call call) {
        return call.file("file")
                .compose(file -> room.dryRun(
                        name(file),
                        content(file),
                        defaults(call, name(file)),
                        call.visitor().person(),
                        call.now()))
                .map(outcome -> ImportPages.outcome(outcome, call.language()))
                .map(view -> Reply.created("/questions/imports/" + view.id(), view));
    }

    private static Reading.Defaults defaults(Call call, String fileName) {
        var publish = call.field("publish").isPresent();
        return new Reading.Defaults(
                call.field("subject").orElse(""), fileName, publish ? QuestionState.PUBLISHED : QuestionState.DRAFT);
    }

    private static String name(Upload file) {
        return Limits.text("file", file.fileName().replaceAll(".*[/\\\\]", ""), 200);
    }

    private static Buffer content(Upload file) {
        if (file.content().length() > LARGEST) {
            throw Refusal.tooLarge("refusal.tooLarge");
        }
        return file.content();
    }

    private Future<Reply> show(Call call) {
        return room.outcome(id(call))
                .map(outcome -> ImportPages.outcome(outcome, call.language()))
                .map(view -> Reply.page("questionbank/outcome", view));
    }

    private static String id(Call call) {
        return Ids.check("import", call.path("id"));
    }

    private Future<Reply> confirm(Call call, Nothing nothing) {
        return room.confirm(id(call), call.visitor().person(), call.now())
                .compose(done -> room.outcome(id(call)))
                .map(outcome -> ImportPages.outcome(outcome, call.language()))
                .map(view ->
                        Reply.seeOther("/questions/imports/" + view.id(), view).withNotice("questionbank.imported"));
    }

    private Future<Reply> undo(Call call, Nothing nothing) {
        return room.undo(id(call), call.visitor().person(), call.now())
                .compose(done -> room.outcome(id(call)))
                .map(outcome -> ImportPages.outcome(outcome, call.language()))
                .map(view ->
                        Reply.seeOther("/questions/imports/" + view.id(), view).withNotice("questionbank.undone"));
    }
}
