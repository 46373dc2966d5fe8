package io.zhiyong.record.chain;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * Which node does a job that only one should do. A lease ends by itself when its owner stops renewing it; every new owner has
 * a higher epoch. It spares the others the work; what makes a second owner harmless is a unique key where the work is written.
 */
final class LeaseStore {
    private final Collection leases;
    private final String name;
    private final String owner;
    private final Duration length;

    LeaseStore(Store store, String name, String owner, Duration length) {
        this.leases = store.collection("leases");
        this.name = name;
        this.owner = owner;
        this.length = length;
    }

    /** The epoch when this node holds the lease from now on, empty when another does. */
    Future<Optional<Long>> hold(Instant now) {
        var mine = Filters.and(Filters.eq("_id", name), Filters.eq("owner", owner));
        return leases.findAndUpdate(mine, Updates.set("until", until(now)), false)
                .compose(held -> held.isPresent() ? Future.succeededFuture(held) : take(now))
                .map(lease -> lease.map(document -> document.getLong("epoch")));
    }

    /** Another may take it at once. */
    Future<Void> release() {
        var mine = Filters.and(Filters.eq("_id", name), Filters.eq("owner", owner));
        return leases.update(mine, Updates.combine(Updates.set("owner", ""), Updates.set("until", new Date(0))))
                .mapEmpty();
    }

    private Future<Optional<Document>> take(Instant now) {
        var free = Filters.and(Filters.eq("_id", name), Filters.lt("until", Date.from(now)));
        var update = Updates.combine(
                Updates.set("owner", owner), Updates.set("until", until(now)), Updates.inc("epoch", 1L));
        return leases.findAndUpdate(free, update, false)
                .compose(taken -> taken.isPresent() ? Future.succeededFuture(taken) : first(now));
    }

    private Future<Optional<Document>> first(Instant now) {
        var lease = new Document("_id", name)
                .append("owner", owner)
                .append("until", until(now))
                .append("epoch", 1L);
        return leases.insert(lease).map(made -> made ? Optional.of(lease) : Optional.empty());
    }

    private Date until(Instant now) {
        return Date.from(now.plus(length));
    }
}
