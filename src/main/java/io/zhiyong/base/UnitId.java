package io.zhiyong.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a unit (单位) of the organization for good. */
public record UnitId(@JsonValue String value) {
    @JsonCreator
    public UnitId {
        Ids.check("unit", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
