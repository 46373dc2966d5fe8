package io.zhiyong.org;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.org.ImportPages.DraftView;
import io.zhiyong.org.ImportPages.ImportView;
import io.zhiyong.org.ImportPages.UploadView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Upload;
import java.util.Map;

/** Units and people out of a spreadsheet: template, dry run, confirmation, one-time codes. */
final class ImportRoutes {
    private static final Access KEEPER = Access.role(Role.ADMINISTRATOR);
    private static final int MOST_BYTES = 8 << 20;

    private final ImportRoom imports;
    private final OrganizationStore organization;
    private final Audit audit;

    ImportRoutes(ImportRoom imports, OrganizationStore organization, Audit audit) {
        this.imports = imports;
        this.organization = organization;
        this.audit = audit;
    }

    void addTo(Routes routes) {
        routes.get("/people/import", KEEPER, UploadView.class, this::form)
                .get("/people/import/template.xlsx", KEEPER, Nothing.class, this::template)
                .upload("/people/import", KEEPER, DraftView.class, this::check)
                .get("/people/import/:id", KEEPER, ImportView.class, this::show)
                .post("/people/import/:id/confirm", KEEPER, Nothing.class, ImportView.class, this::confirm)
                .post("/people/import/:id/codes", KEEPER, Nothing.class, Nothing.class, this::giveCodes);
    }

    private Future<Reply> form(Call call) {
        return Future.succeededFuture(Reply.page("org/import", new UploadView(Workbook.MOST_ROWS)));
    }

    private Future<Reply> template(Call call) {
        var file = Buffer.buffer(ImportFiles.template(organization, call.language()));
        return Future.succeededFuture(Reply.file("zhiyong-import.xlsx", ImportFiles.TYPE, file));
    }

    private Future<Reply> check(Call call) {
        return call.file("file")
                .map(ImportRoutes::bounded)
                .compose(file -> imports.check(new ImportRoom.Sent(
                        file, call.visitor().person(), call.visitor().grants(), call.now())))
                .map(ImportPages::draft)
                .map(view -> Reply.page("org/import-draft", view)
                        .withStatus(view.id().isPresent() ? 200 : 422));
    }

    private static Buffer bounded(Upload upload) {
        if (upload.content().length() > MOST_BYTES) {
            throw Refusal.tooLarge("org.refusal.import.file", MOST_BYTES >> 20);
        }
        return upload.content();
    }

    private Future<ImportStore.Kept> asked(Call call) {
        return imports.own(Ids.check("import", call.path("id")), call.visitor().person());
    }

    private Future<Reply> show(Call call) {
        return asked(call).map(kept -> Reply.page("org/import-state", ImportPages.state(kept, kept.state())));
    }

    private Future<Reply> confirm(Call call, Nothing nothing) {
        return asked(call)
                .compose(kept -> imports.confirm(kept, call.visitor().grants()).map(kept))
                .compose(kept -> audit.record(call, "org.audit.peopleImported", kept.id(), detail(kept))
                        .map(kept))
                .map(kept -> Reply.seeOther(
                                "/people/import/" + kept.id(), ImportPages.state(kept, ImportStore.State.DONE))
                        .withNotice("org.notice.imported"));
    }

    private static Map<String, String> detail(ImportStore.Kept kept) {
        return Map.of(
                "people", String.valueOf(kept.people()),
                "units", String.valueOf(kept.units().size()));
    }

    private Future<Reply> giveCodes(Call call, Nothing nothing) {
        return asked(call)
                .compose(kept -> imports.giveCodes(kept, call.now())
                        .compose(codes -> audit.record(call, "org.audit.codesGiven", kept.id(), detail(kept))
                                .map(codes)))
                .map(codes -> ImportFiles.codes(codes.people(), codes.codes(), organization, call.language()))
                .map(file -> Reply.file("zhiyong-codes.xlsx", ImportFiles.TYPE, Buffer.buffer(file)));
    }
}
