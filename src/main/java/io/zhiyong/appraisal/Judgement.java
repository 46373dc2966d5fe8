package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;

/**
 * An evaluation that was typed in. A mistake is corrected by another that replaces it; both stay.
 *
 * @param replaces id of the one this puts right; empty for none
 */
record Judgement(PersonId person, String indicator, Evidence.OfEvaluation.Entry entry, String replaces) {
    Judgement {
        replaces = replaces == null ? "" : replaces;
    }
}
