package io.zhiyong.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a person (人员) for good: never changed, never given to another. */
public record PersonId(@JsonValue String value) {
    @JsonCreator
    public PersonId {
        Ids.check("person", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
