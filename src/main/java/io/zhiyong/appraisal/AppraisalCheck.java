package io.zhiyong.appraisal;

import java.util.Optional;

/**
 * What came of recomputing every appraisal from the evidence its results name.
 *
 * @param fault the first that differs; empty when all agree
 */
public record AppraisalCheck(long appraisals, long results, Optional<Fault> fault) {
    /** What differs. */
    public enum Kind {
        /** Points, value or total are not what scheme and evidence give. */
        RESULT_CHANGED,
        /** Evidence is named that the ledger or the record does not have, or has otherwise. */
        EVIDENCE_CHANGED,
        /** The results together are not those whose digest was kept. */
        DIGEST_CHANGED
    }

    /**
     * Where.
     *
     * @param person empty when it is about all together
     * @param indicator empty when it is about all of them
     */
    public record Fault(Kind kind, String appraisal, String person, String indicator) {}

    public boolean sound() {
        return fault.isEmpty();
    }
}
