package io.zhiyong.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.List;
import org.bson.Document;

/** Keeps plans. */
final class PlanStore {
    private static final int MOST = 200;

    private final Collection plans;

    PlanStore(Store store) {
        this.plans = store.collection("plans");
    }

    /** {@code from}: newest first. */
    Future<Void> start() {
        return plans.index(Index.on("from").newestFirst());
    }

    Future<Plan> byId(PlanId id) {
        return plans.byId(id.value()).map(found -> found.map(PlanDocuments::plan)
                .orElseThrow(() -> Refusal.notFound("plan.refusal.plan", id.value())));
    }

    /** The newest plans of the whole organization. */
    Future<List<Plan>> newest() {
        return plans.find(new Document(), Sorts.descending("from"), MOST)
                .map(found -> found.stream().map(PlanDocuments::plan).toList());
    }

    Future<Boolean> insert(Plan plan) {
        return plans.insert(PlanDocuments.of(plan));
    }

    Future<Void> remove(PlanId id) {
        return plans.delete(Filters.eq("_id", id.value())).mapEmpty();
    }
}
