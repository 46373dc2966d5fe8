package io.zhiyong.record.chain;

import java.util.Arrays;

/**
 * How the tree is kept: up to 256 hashes of neighbouring complete subtrees of height {@code 8 · level}. A tile only ever grows,
 * and a full one never changes; any node's hash follows from one tile, any proof from a few.
 *
 * @param hashes 32 bytes each, one after the other
 */
public record Tile(Key key, byte[] hashes) {
    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;
    private static final int HASH = 32;

    /**
     * Where a tile lies in the tree.
     *
     * @param level 0 holds the leaves
     * @param index 0 is the leftmost
     */
    public record Key(int level, long index) {
        /** The tile whose hashes give a node's. */
        static Key of(Node node) {
            var within = node.height() % HEIGHT;
            return new Key(node.height() / HEIGHT, (node.index() << within) >> HEIGHT);
        }
    }

    public Tile {
        if (hashes.length % HASH != 0 || hashes.length > WIDTH * HASH) {
            throw new IllegalArgumentException(key + " of " + hashes.length + " bytes");
        }
    }

    static Tile empty(Key key) {
        return new Tile(key, new byte[0]);
    }

    /** How many hashes it holds. */
    public int count() {
        return hashes.length / HASH;
    }

    boolean full() {
        return count() == WIDTH;
    }

    Tile with(byte[] hash) {
        var longer = Arrays.copyOf(hashes, hashes.length + HASH);
        System.arraycopy(hash, 0, longer, hashes.length, HASH);
        return new Tile(key, longer);
    }

    /** Its first hashes only: what it was when the tree was smaller. */
    Tile first(int count) {
        return new Tile(key, Arrays.copyOf(hashes, count * HASH));
    }

    byte[] root() {
        return fold(0, WIDTH);
    }

    /** The hash of a node that lies in this tile. */
    byte[] hash(Node node) {
        var width = 1 << (node.height() % HEIGHT);
        var first = (int) ((node.index() * width) & (WIDTH - 1));
        if (first + width > count()) {
            throw new IllegalStateException(node + " is not yet in " + key + " of " + count());
        }
        return fold(first, width);
    }

    private byte[] fold(int first, int width) {
        if (width == 1) {
            return Arrays.copyOfRange(hashes, first * HASH, (first + 1) * HASH);
        }
        var half = width / 2;
        return Leaf.node(fold(first, half), fold(first + half, half));
    }
}
