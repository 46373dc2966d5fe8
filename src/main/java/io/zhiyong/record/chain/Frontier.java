package io.zhiyong.record.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The right edge of the growing tree: the last tile of every level. One thread's own. It takes leaves, knows the root, and
 * hands out the tiles that changed since it was last asked.
 */
public final class Frontier {
    private final List<Tile> edge = new ArrayList<>();
    private final Map<Tile.Key, Tile> touched = new HashMap<>();
    private long size;

    private Frontier(long size) {
        this.size = size;
    }

    public static Frontier empty() {
        return new Frontier(0);
    }

    /** The tiles at the edge of a tree of that size; none where a level's last tile is full or has not begun. */
    public static List<Tile.Key> edgeOf(long size) {
        var keys = new ArrayList<Tile.Key>();
        for (var level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            keys.add(new Tile.Key(level, (size >> (Tile.HEIGHT * level)) >> Tile.HEIGHT));
        }
        return keys;
    }

    /** As it was at that size, from kept tiles that may have grown since. */
    public static Frontier at(long size, Map<Tile.Key, Tile> kept) {
        var frontier = new Frontier(size);
        for (var key : edgeOf(size)) {
            var count = (int) ((size >> (Tile.HEIGHT * key.level())) & (Tile.WIDTH - 1));
            var tile = kept.getOrDefault(key, Tile.empty(key));
            if (tile.count() < count) {
                throw new IllegalStateException(key + " holds " + tile.count() + " hashes of " + count);
            }
            frontier.edge.add(tile.first(count));
        }
        return frontier;
    }

    public long size() {
        return size;
    }

    public void append(byte[] leaf) {
        push(0, leaf);
        size++;
    }

    public byte[] root() {
        return size == 0 ? Leaf.ofNothing() : new Span(0, size).hash(this::hash);
    }

    public Collection<Tile> takeTouched() {
        var tiles = List.copyOf(touched.values());
        touched.clear();
        return tiles;
    }

    private void push(int level, byte[] hash) {
        if (level == edge.size()) {
            edge.add(Tile.empty(new Tile.Key(level, 0)));
        }
        var grown = edge.get(level).with(hash);
        touched.put(grown.key(), grown);
        edge.set(level, grown);
        if (grown.full()) {
            edge.set(level, Tile.empty(new Tile.Key(level, grown.key().index() + 1)));
            push(level + 1, grown.root());
        }
    }

    private byte[] hash(Node node) {
        return edge.get(node.height() / Tile.HEIGHT).hash(node);
    }
}
