package io.zhiyong.record;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** How far each reader of the feed has come: the number of the last statement it took. */
final class CheckpointStore {
    private static final int MOST_READERS = 100;

    private final Collection checkpoints;

    CheckpointStore(Store store) {
        this.checkpoints = store.collection("feed_checkpoints");
    }

    Future<Map<String, Long>> all() {
        return checkpoints
                .find(new Document(), Sorts.ascending("_id"), MOST_READERS)
                .map(found -> {
                    var byName = new HashMap<String, Long>();
                    found.forEach(one -> byName.put(one.getString("_id"), one.getLong("number")));
                    return byName;
                });
    }

    Future<Long> of(String reader) {
        return checkpoints.byId(reader).map(found -> found.map(one -> one.getLong("number"))
                .orElse(0L));
    }

    /** Forward only: a node that lost its office may still finish, and must not set a reader back. */
    Future<Void> passed(String reader, long number) {
        return checkpoints
                .upsert(Filters.eq("_id", reader), Updates.max("number", number))
                .mapEmpty();
    }

    Future<Void> backToNothing(String reader) {
        return checkpoints.put(new Document("_id", reader).append("number", 0L));
    }
}
