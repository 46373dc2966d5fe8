package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.zhiyong.record.Kept;
import io.zhiyong.record.StatementId;
import io.zhiyong.record.StatementQuery;
import io.zhiyong.record.text.XapiVersion;
import io.zhiyong.store.Store;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Experience API over the record store: what {@link io.zhiyong.record.RecordModule} mounts. */
public final class XapiModule {
    /** The statements beneath. */
    public interface Statements {
        /** All of them or none; valid ones only. */
        Future<List<StatementId>> append(List<ObjectNode> statements, ObjectNode authority, XapiVersion version);

        /** Voided ones too. */
        Future<Optional<Kept>> byId(StatementId id);

        Future<List<Kept>> find(StatementQuery query, int limit);

        /** Up to when everything that was stored can be read, as {@code stored} says it. */
        String consistentThrough();
    }

    private final CredentialStore credentials;
    private final DocumentStore documents;
    private final CursorStore cursors;
    private final XapiRoutes routes;

    public XapiModule(Store store, Clock clock, String home, Statements statements, ActivityStore activities) {
        this.credentials = new CredentialStore(store, home);
        this.documents = new DocumentStore(store);
        this.cursors = new CursorStore(store);
        this.routes = new XapiRoutes(
                credentials,
                new StatementsRoutes(statements, activities, new AttachmentStore(store), cursors),
                new DocumentRoutes(documents, clock),
                new LookupRoutes(activities),
                statements);
    }

    public Future<Void> start() {
        return documents.start().compose(done -> cursors.start());
    }

    public void addTo(Routes table) {
        table.raw("/xapi", routes::handle);
        table.raw("/xapi/*", routes::handle);
    }

    /** Makes a credential, or a new secret for one; the secret is told once and not kept. */
    public Future<String> issue(String key, Set<Scope> scopes) {
        return credentials.issue(key, scopes);
    }

    /** A credential whose secret is known beforehand: for the demonstration only. */
    public Future<Void> demonstrate(String key, String secret) {
        return credentials.keep(key, secret, Set.of(Scope.ALL));
    }
}
