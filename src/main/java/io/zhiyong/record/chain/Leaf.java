package io.zhiyong.record.chain;

import io.zhiyong.base.Hashes;
import java.nio.charset.StandardCharsets;

/** The two hashes of a Merkle tree (RFC 9162 section 2.1.1): a leaf can never pass for a node, nor a node for a leaf. */
public final class Leaf {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Leaf() {}

    /** SHA-256 of 0x00 and the UTF-8 bytes of the statement's text. */
    public static byte[] hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(byte[] entry) {
        return Hashes.sha256(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Hashes.sha256(NODE, left, right);
    }

    /** The root of the tree without leaves. */
    static byte[] ofNothing() {
        return Hashes.sha256();
    }
}
