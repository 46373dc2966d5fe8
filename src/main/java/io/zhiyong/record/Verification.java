package io.zhiyong.record;

import java.util.Optional;

/**
 * What came of recomputing everything.
 *
 * @param statements how many were looked at
 * @param heads how many signed heads
 * @param fault the first record that does not fit; empty when all do
 */
public record Verification(long statements, long heads, Optional<Fault> fault) {
    /** What is wrong with a record. */
    public enum Kind {
        /** Its text is not what it was when it was put in order. */
        TEXT_CHANGED,
        /** The text says another id than it is kept under. */
        ID_CHANGED,
        /** It was put in order and is no longer there. */
        MISSING,
        /** It says another number than the chain does. */
        NUMBER_CHANGED,
        /** It says a number of the chain, and the chain does not know it. */
        STRANGER,
        /** The chain lacks a number, or has it twice. */
        CHAIN_BROKEN,
        /** The root that the chain names is not what follows from its leaves. */
        ROOT_CHANGED,
        /** A tile does not hold what follows from the leaves. */
        TILE_CHANGED,
        /** A signed head does not belong to this chain, or was not signed by its key. */
        HEAD_CHANGED
    }

    /**
     * The first record that does not fit, and with it all that rests on it.
     *
     * @param number its place in the chain; the size of the tree for a head
     * @param id of the statement; empty for a tile or a head
     */
    public record Fault(Kind kind, long number, String id) {}

    public boolean sound() {
        return fault.isEmpty();
    }
}
