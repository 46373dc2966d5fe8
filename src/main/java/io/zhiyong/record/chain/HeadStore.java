package io.zhiyong.record.chain;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** The signed tree heads, and the key that signs them. */
public final class HeadStore {
    private static final String KEY = "tree-head";

    private final Collection heads;
    private final Collection keys;
    private final String home;

    public HeadStore(Store store, String home) {
        this.heads = store.collection("chain_heads");
        this.keys = store.collection("chain_keys");
        this.home = home;
    }

    /** The key, made at the first start; of two nodes that start at once the first one's counts. */
    public Future<HeadKey> key() {
        return keys.byId(KEY)
                .compose(
                        found -> found.isPresent() ? Future.succeededFuture(read(found.get())) : make(HeadKey.fresh()));
    }

    private Future<HeadKey> make(HeadKey fresh) {
        var document = new Document("_id", KEY)
                .append("public", new Binary(fresh.publicHalf()))
                .append("private", new Binary(fresh.privateHalf()));
        return keys.insert(document).compose(made -> made ? Future.succeededFuture(fresh) : key());
    }

    /** Signs the tree at its present size, unless that is signed already. */
    Future<Void> sign(HeadKey key, long size, byte[] root, Instant at) {
        var head = key.sign(home, size, root, at);
        return heads.insert(new Document("_id", size)
                        .append("root", new Binary(root))
                        .append("at", Date.from(at))
                        .append("key", head.key())
                        .append("signature", new Binary(head.signature())))
                .mapEmpty();
    }

    public Future<Optional<TreeHead>> last() {
        return heads.first(new Document(), Sorts.descending("_id")).map(found -> found.map(this::head));
    }

    /** The first head that covers a statement: it is the one that was closest to it in time. */
    public Future<Optional<TreeHead>> firstOver(long number) {
        return heads.first(Filters.gte("_id", number), Sorts.ascending("_id")).map(found -> found.map(this::head));
    }

    /** Those of larger size than {@code after}, in order. */
    public Future<List<TreeHead>> after(long after, int limit) {
        return heads.find(Filters.gt("_id", after), Sorts.ascending("_id"), limit)
                .map(found -> found.stream().map(this::head).toList());
    }

    private TreeHead head(Document document) {
        return new TreeHead(
                home,
                document.getLong("_id"),
                document.get("root", Binary.class).getData(),
                document.getDate("at").toInstant(),
                document.getString("key"),
                document.get("signature", Binary.class).getData());
    }

    private static HeadKey read(Document document) {
        return HeadKey.of(
                document.get("public", Binary.class).getData(),
                document.get("private", Binary.class).getData());
    }
}
