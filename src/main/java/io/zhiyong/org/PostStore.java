package io.zhiyong.org;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import io.zhiyong.base.Text;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Posts. There are some dozens: all are read at once, by {@code _id}. */
final class PostStore {
    private final Collection posts;

    PostStore(Store store) {
        this.posts = store.collection("posts");
    }

    Future<Map<PostId, Post>> load() {
        var all = new LinkedHashMap<PostId, Post>();
        return posts.each(new Document(), batch -> {
                    batch.forEach(document -> {
                        var id = new PostId(document.getString("_id"));
                        all.put(id, new Post(id, UnitStore.text(document.get("name", Document.class))));
                    });
                    return Future.succeededFuture();
                })
                .map(done -> java.util.Collections.unmodifiableMap(all));
    }

    /** Adds those whose id is not there yet; the others stay as they are. */
    Future<Void> addMissing(List<Post> all) {
        return posts.insertAll(all.stream()
                        .map(post -> new Document("_id", post.id().value()).append("name", UnitStore.text(post.name())))
                        .toList())
                .mapEmpty();
    }

    Future<Long> rename(PostId id, Text name) {
        return posts.update(eq("_id", id.value()), new Document("$set", new Document("name", UnitStore.text(name))));
    }
}
