package io.zhiyong.record.chain;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The order of statements, in links of some statements each, and the tiles of the tree over them. A link's key is the number of
 * its first statement, so of two nodes that append at once only one can.
 */
public final class ChainStore {
    private static final int LINKS_AT_ONCE = 100;

    private final Collection links;
    private final Collection tiles;

    public ChainStore(Store store) {
        this.links = store.collection("chain");
        this.tiles = store.collection("chain_tiles");
    }

    /** The link at the end; empty before the first statement. Served by the key. */
    public Future<Optional<Link>> last() {
        return links.first(new Document(), Sorts.descending("_id")).map(found -> found.map(ChainStore::link));
    }

    /** The link that a number lies in. Served by the key. */
    public Future<Optional<Link>> holding(long number) {
        return links.first(Filters.lte("_id", number), Sorts.descending("_id"))
                .map(found -> found.map(ChainStore::link).filter(link -> number <= link.last()));
    }

    /** All links in order, some at a time. */
    public Future<Void> each(Function<List<Link>, Future<Void>> some) {
        return from(0, some);
    }

    private Future<Void> from(long after, Function<List<Link>, Future<Void>> some) {
        return links.find(Filters.gt("_id", after), Sorts.ascending("_id"), LINKS_AT_ONCE)
                .map(found -> found.stream().map(ChainStore::link).toList())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : some.apply(found)
                                .compose(
                                        done -> from(found.get(found.size() - 1).first(), some)));
    }

    /** False when another node has appended there already. */
    Future<Boolean> append(Link link) {
        return links.insert(new Document("_id", link.first())
                .append("ids", link.ids())
                .append("leaves", new Binary(link.leaves()))
                .append("root", new Binary(link.root()))
                .append("epoch", link.epoch()));
    }

    /**
     * Keeps tiles that grew. A tile never shrinks here: a node that was overtaken may write late, and must not undo what came
     * after.
     */
    Future<Void> keep(java.util.Collection<Tile> grown) {
        return Future.all(grown.stream().map(this::keep).toList()).mapEmpty();
    }

    private Future<Void> keep(Tile tile) {
        var document = new Document("_id", key(tile.key()))
                .append("count", tile.count())
                .append("hashes", new Binary(tile.hashes()));
        var shorter = Filters.and(Filters.eq("_id", key(tile.key())), Filters.lt("count", tile.count()));
        return tiles.replace(shorter, document)
                .compose(replaced -> replaced
                        ? Future.succeededFuture()
                        : tiles.insert(document)
                                // Lost a race to make it: it is there now, and perhaps shorter.
                                .compose(made -> made ? Future.succeededFuture() : tiles.replace(shorter, document))
                                .mapEmpty());
    }

    public Future<Map<Tile.Key, Tile>> tiles(java.util.Collection<Tile.Key> keys) {
        if (keys.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        var ids = keys.stream().map(ChainStore::key).toList();
        return tiles.find(Filters.in("_id", ids), Sorts.ascending("_id"), ids.size())
                .map(found -> {
                    var byId = new HashMap<String, byte[]>();
                    found.forEach(tile -> byId.put(
                            tile.getString("_id"),
                            tile.get("hashes", Binary.class).getData()));
                    var tiles = new HashMap<Tile.Key, Tile>();
                    keys.forEach(key -> Optional.ofNullable(byId.get(key(key)))
                            .ifPresent(hashes -> tiles.put(key, new Tile(key, hashes))));
                    return tiles;
                });
    }

    /** A proof's hashes, or the root. */
    public Future<List<byte[]>> hashes(Proof proof) {
        return tiles(proof.tiles()).map(proof::hashes);
    }

    private static String key(Tile.Key key) {
        return key.level() + "/" + key.index();
    }

    private static Link link(Document document) {
        return new Link(
                document.getLong("_id"),
                new ArrayList<>(document.getList("ids", String.class)),
                document.get("leaves", Binary.class).getData(),
                document.get("root", Binary.class).getData(),
                document.getLong("epoch"));
    }
}
