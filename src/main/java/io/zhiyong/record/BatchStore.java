package io.zhiyong.record;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;

/**
 * Several statements, all or none (xAPI 1.0.3 Communication 3.2), without a transaction: they are stored hidden, then a mark
 * says that the batch is whole, then they are shown. What a crash leaves behind is shown when the mark is there, and removed
 * when not.
 */
final class BatchStore {
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    private final Collection statements;
    private final Collection marks;
    private final ReferenceStore references;
    private final OrderClock clock;

    BatchStore(Store store, OrderClock clock) {
        this.statements = store.collection("statements");
        this.marks = store.collection("statement_batches");
        this.references = new ReferenceStore(store);
        this.clock = clock;
    }

    Future<Void> start() {
        return statements.index(Index.on("hidden", "batch", "order").where("hidden", true));
    }

    /** Ids in the batch differ from each other. */
    Future<Void> append(List<Intake> batch) {
        return append(batch, TRIES);
    }

    private Future<Void> append(List<Intake> batch, int tries) {
        return unknown(batch).compose(fresh -> {
            if (fresh.isEmpty()) {
                return Future.succeededFuture();
            }
            return hide(fresh).compose(done -> done || tries == 0 ? finished(done) : append(batch, tries - 1));
        });
    }

    private static Future<Void> finished(boolean done) {
        return done ? Future.succeededFuture() : Future.failedFuture(Refusal.conflict("record.refusal.busy"));
    }

    /** Those that are not stored yet; a conflict when one of them is stored and tells something else. */
    private Future<List<Intake>> unknown(List<Intake> batch) {
        var ids = batch.stream().map(intake -> intake.id().text()).toList();
        return statements
                .find(Filters.in("_id", ids), com.mongodb.client.model.Sorts.ascending("_id"), ids.size())
                .map(found -> {
                    var byId = new HashMap<String, Document>();
                    found.forEach(document -> byId.put(document.getString("_id"), document));
                    var fresh = new ArrayList<Intake>();
                    for (var intake : batch) {
                        var known = byId.get(intake.id().text());
                        if (known == null) {
                            fresh.add(intake);
                        } else if (StatementDocuments.isHidden(known)
                                || !StatementDocuments.tellsTheSame(known, intake, true)) {
                            throw Refusal.conflict(
                                    "record.refusal.told", intake.id().text());
                        }
                    }
                    return fresh;
                });
    }

    /** False when another writer was quicker with one of them: then nothing is left of the batch. */
    private Future<Boolean> hide(List<Intake> fresh) {
        var name = Ids.fresh();
        var orders = new ArrayList<Long>();
        var documents = new ArrayList<Document>();
        for (var intake : fresh) {
            var order = clock.next();
            orders.add(order);
            documents.add(StatementDocuments.hidden(intake, order, name));
        }
        return statements
                .insertAll(documents)
                .compose(refused -> refused.isEmpty() ? show(name, documents) : remove(name))
                .onComplete(over -> orders.forEach(clock::done));
    }

    private Future<Boolean> show(String name, List<Document> documents) {
        return marks.insert(new Document("_id", name))
                .compose(marked -> reveal(name))
                .compose(shown -> references.link(documents))
                .map(true);
    }

    private Future<Void> reveal(String name) {
        var show = Updates.combine(Updates.unset("hidden"), Updates.unset("batch"), Updates.set("pending", true));
        return statements
                .updateAll(of(name), show)
                .compose(shown -> marks.delete(Filters.eq("_id", name)))
                .mapEmpty();
    }

    private Future<Boolean> remove(String name) {
        return statements.deleteAll(of(name)).map(false);
    }

    private static Document of(String name) {
        return new Document("hidden", true).append("batch", name);
    }

    /** Clears up what crashed writers left: batches that have been hidden for a minute. */
    Future<Void> sweep(long now) {
        var old = new Document("hidden", true)
                .append("order", new Document("$lt", now - LEFT_BEHIND.toSeconds() * 1_000_000));
        return statements.first(old).compose(found -> found.map(
                        document -> settle(document.getString("batch")).compose(done -> sweep(now)))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> settle(String name) {
        return marks.byId(name)
                .compose(mark ->
                        mark.isPresent() ? revealAndLink(name) : remove(name).mapEmpty());
    }

    private Future<Void> revealAndLink(String name) {
        var documents = new ArrayList<Document>();
        return statements
                .each(of(name), some -> {
                    documents.addAll(some);
                    return Future.succeededFuture();
                })
                .compose(read -> reveal(name))
                .compose(shown -> references.link(documents));
    }
}
