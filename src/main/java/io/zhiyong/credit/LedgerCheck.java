package io.zhiyong.credit;

import java.util.Optional;

/**
 * What came of recomputing the ledger from the statements.
 *
 * @param statements how many were read
 * @param lines how many lines follow from them
 * @param fault the first line or sum that differs; empty when all agree
 */
public record LedgerCheck(long statements, long lines, Optional<Fault> fault) {
    /** How the ledger differs from what the statements say. */
    public enum Kind {
        /** A line that follows from a statement is not there. */
        MISSING,
        /** A line says something other than its statement and rule do. */
        CHANGED,
        /** A line follows from no statement. */
        UNFOUNDED,
        /** A sum is not that of its lines. */
        SUM_CHANGED
    }

    /**
     * The first that differs.
     *
     * @param id of the line, or {@code person|year|pack} of the sum
     */
    public record Fault(Kind kind, String id, String person, String statement) {}

    public boolean sound() {
        return fault.isEmpty();
    }
}
