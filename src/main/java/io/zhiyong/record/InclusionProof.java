package io.zhiyong.record;

import java.util.List;
import java.util.Optional;

/**
 * That a statement is in the tree (RFC 9162 section 2.1.3). All hashes are SHA-256 in hexadecimal digits.
 *
 * @param number of the statement, from 1; its leaf index is one less
 * @param size of the tree the proof is for
 * @param leaf SHA-256 of 0x00 and the statement's text
 * @param path from the leaf upwards
 * @param root of the tree
 * @param head the signed head of that tree; empty while the statement is so new that none is signed yet
 */
public record InclusionProof(
        StatementId id, long number, long size, String leaf, List<String> path, String root, Optional<Head> head) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * A signed tree head in print.
     *
     * @param text what is signed
     * @param signature Ed25519, hexadecimal
     * @param key the public half, X.509 in base 64
     */
    public record Head(long size, String root, java.time.Instant at, String text, String signature, String key) {}
}
