package io.zhiyong.appraisal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names one unit's appraisal of one year. */
public record AppraisalId(@JsonValue String value) {
    @JsonCreator
    public AppraisalId {
        Ids.check("appraisal", value);
    }

    public static AppraisalId fresh() {
        return new AppraisalId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
