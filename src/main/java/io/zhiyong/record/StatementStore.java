package io.zhiyong.record;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.chain.Leaf;
import io.zhiyong.record.chain.SequencerRoom;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Statements, each written once. Its text never changes; what is found by it, and its number, are added. */
final class StatementStore implements SequencerRoom.Source {
    private final Collection statements;
    private final ReferenceStore references;
    private final OrderClock clock;

    StatementStore(Store store, OrderClock clock) {
        this.statements = store.collection("statements");
        this.references = new ReferenceStore(store);
        this.clock = clock;
    }

    /** Every index by which statements are found ends in their order, so that a page is one walk along it. */
    Future<Void> start() {
        var keys = StatementDocuments.KEYS.stream()
                .map(key -> statements.index(Index.on(key, "order")))
                .toList();
        return Future.all(keys)
                .compose(done -> statements.index(Index.on("order").unique()))
                .compose(done -> statements.index(Index.on("number")))
                .compose(done -> statements.index(Index.on("pending", "order").where("pending", true)))
                .compose(done -> references.start());
    }

    /**
     * Stores one. Telling the same again under the same id changes nothing; telling something else is a conflict.
     *
     * @param heedTime whether another time makes it something else
     */
    Future<Void> append(Intake intake, boolean heedTime) {
        var order = clock.next();
        var document = StatementDocuments.waiting(intake, order);
        return statements
                .insert(document)
                .compose(made -> made ? references.link(List.of(document)).map(true) : Future.succeededFuture(false))
                .onComplete(over -> clock.done(order))
                .compose(made -> made ? Future.succeededFuture() : met(intake, heedTime));
    }

    private Future<Void> met(Intake intake, boolean heedTime) {
        return statements.byId(intake.id().text()).compose(found -> {
            if (found.isEmpty()) {
                // Not its id but its moment was taken, by another node: the next one is free.
                return append(intake, heedTime);
            }
            if (!StatementDocuments.isHidden(found.get())
                    && StatementDocuments.tellsTheSame(found.get(), intake, heedTime)) {
                return Future.succeededFuture();
            }
            return Future.failedFuture(
                    Refusal.conflict("record.refusal.told", intake.id().text()));
        });
    }

    Future<Optional<Kept>> byId(StatementId id) {
        return statements.byId(id.text()).map(found -> found.filter(document -> !StatementDocuments.isHidden(document))
                .map(StatementDocuments::kept));
    }

    /** At most {@code limit}; the query's narrowest key chooses the index. */
    Future<List<Kept>> find(StatementQuery query, int limit) {
        var sort = query.ascending() ? Sorts.ascending("order") : Sorts.descending("order");
        return statements
                .find(filter(query), sort, limit)
                .map(found -> found.stream().map(StatementDocuments::kept).toList());
    }

    /** One flat document: an index is not found behind an explicit {@code $and}. */
    private static Document filter(StatementQuery query) {
        var filter = new Document();
        query.registration().ifPresent(uuid -> filter.append("registrations", uuid));
        query.agent().ifPresent(match -> filter.append(match.broadly() ? "relatedAgents" : "agents", match.key()));
        query.activity()
                .ifPresent(match -> filter.append(match.broadly() ? "relatedActivities" : "activities", match.key()));
        query.verb().ifPresent(iri -> filter.append("verbs", iri));
        var order = new Document();
        query.above().ifPresent(above -> order.append("$gt", above));
        query.through().ifPresent(through -> order.append("$lte", through));
        if (!order.isEmpty()) {
            filter.append("order", order);
        }
        return filter.append("voided", new Document("$ne", true)).append("hidden", new Document("$ne", true));
    }

    /** In the order of the chain. Served by number. */
    Future<List<Kept>> numbered(long after, int limit) {
        return statements
                .find(Filters.gt("number", after), Sorts.ascending("number"), limit)
                .map(found -> found.stream().map(StatementDocuments::kept).toList());
    }

    /** Ids and numbers of those that say a number of this range. Served by number. */
    Future<List<Document>> saying(long first, long last, int limit) {
        var range = new Document("number", new Document("$gte", first).append("$lte", last));
        return statements.find(range, Sorts.ascending("number"), limit, Projections.include("number"));
    }

    Future<List<Document>> byIds(List<String> ids) {
        return statements.find(Filters.in("_id", ids), Sorts.ascending("_id"), ids.size());
    }

    @Override
    public Future<List<SequencerRoom.Waiting>> waiting(int limit) {
        return statements
                .find(new Document("pending", true), Sorts.ascending("order"), limit)
                .map(found -> found.stream()
                        .map(document -> new SequencerRoom.Waiting(
                                document.getString("_id"), Leaf.hash(document.getString("text"))))
                        .toList());
    }

    @Override
    public Future<Void> number(long first, List<String> ids) {
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var i = 0; i < ids.size(); i++) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", ids.get(i)),
                    Updates.combine(Updates.set("number", first + i), Updates.unset("pending"))));
        }
        return statements.writeAll(writes);
    }
}
