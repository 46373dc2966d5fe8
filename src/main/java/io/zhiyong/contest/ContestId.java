package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names a contest (竞赛) for good. */
public record ContestId(@JsonValue String value) {
    @JsonCreator
    public ContestId {
        Ids.check("contest", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
