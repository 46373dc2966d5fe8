package io.zhiyong.record;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.List;
import org.bson.Document;

/**
 * What follows when a statement speaks of another (xAPI 1.0.3 Data 2.3.2, Communication 2.1.3): a voided one no longer shows,
 * and a filter that matches the one matches the other, along the whole chain. Both may be stored in either order: each side
 * writes itself first and looks for the other then, so whichever comes second sees the first.
 */
final class ReferenceStore {
    private static final int MOST_REFERRERS = 500;
    private static final int LONGEST_CHAIN = 16;

    private final Collection statements;

    ReferenceStore(Store store) {
        this.statements = store.collection("statements");
    }

    Future<Void> start() {
        return statements.index(Index.on("refersTo", "order"));
    }

    /** To be called once the documents can be seen. */
    Future<Void> link(List<Document> stored) {
        var speaking = stored.stream()
                .filter(document -> document.containsKey("refersTo"))
                .toList();
        return Future.all(speaking.stream().map(this::lookAhead).toList())
                .compose(done -> lookBack(stored.stream()
                        .map(document -> document.getString("_id"))
                        .toList()))
                .mapEmpty();
    }

    private Future<Void> lookAhead(Document speaking) {
        return statements.byId(speaking.getString("refersTo")).compose(found -> found.filter(
                        target -> !StatementDocuments.isHidden(target))
                .map(target -> join(speaking, target))
                .orElseGet(Future::succeededFuture));
    }

    /** Those that were there first and speak of these. Served by refersTo. */
    private Future<Void> lookBack(List<String> ids) {
        var speaking = new Document("refersTo", new Document("$in", ids)).append("hidden", new Document("$ne", true));
        return statements
                .find(speaking, Sorts.ascending("order"), MOST_REFERRERS)
                .compose(found -> Future.all(found.stream().map(this::lookAhead).toList()))
                .mapEmpty();
    }

    private Future<Void> join(Document speaking, Document target) {
        var voids = StatementDocuments.isVoiding(speaking) && !StatementDocuments.isVoiding(target);
        Future<Long> voided = voids
                ? statements.update(Filters.eq("_id", target.get("_id")), Updates.set("voided", true))
                : Future.succeededFuture(0L);
        return voided.compose(done -> pass(speaking, target, 0));
    }

    /** Passes keys to who speaks of the target, then to who speaks of him. */
    private Future<Void> pass(Document speaking, Document target, int depth) {
        var known = StatementDocuments.KEYS.stream().allMatch(key -> speaking.getList(key, String.class, List.of())
                .containsAll(target.getList(key, String.class, List.of())));
        if (known || depth == LONGEST_CHAIN) {
            return Future.succeededFuture();
        }
        var id = speaking.getString("_id");
        return statements
                .findAndUpdate(Filters.eq("_id", id), StatementDocuments.findableLike(target), false)
                .compose(richer -> statements
                        .find(Filters.eq("refersTo", id), Sorts.ascending("order"), MOST_REFERRERS)
                        .compose(next -> Future.all(next.stream()
                                .map(one -> pass(one, richer.orElse(target), depth + 1))
                                .toList())))
                .mapEmpty();
    }
}
