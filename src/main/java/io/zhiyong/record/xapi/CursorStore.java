package io.zhiyong.record.xapi;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.Document;

/** The secret that signs cursors: made once, the same on every node. */
final class CursorStore {
    private static final String KEY = "xapi-cursor";

    private final Collection keys;
    private Optional<Cursor> known = Optional.empty();

    CursorStore(Store store) {
        this.keys = store.collection("chain_keys");
    }

    synchronized Optional<Cursor> known() {
        return known;
    }

    Future<Void> start() {
        return keys.byId(KEY).compose(found -> {
            if (found.isPresent()) {
                remember(found.get().getString("secret"));
                return Future.succeededFuture();
            }
            return keys.insert(new Document("_id", KEY).append("secret", Ids.secret()))
                    .compose(made -> start());
        });
    }

    private synchronized void remember(String secret) {
        known = Optional.of(new Cursor(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
