package io.zhiyong.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names a plan. */
public record PlanId(@JsonValue String value) {
    @JsonCreator
    public PlanId {
        Ids.check("plan", value);
    }

    public static PlanId fresh() {
        return new PlanId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
