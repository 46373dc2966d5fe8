package io.zhiyong.org;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names a post (岗位) for good. */
public record PostId(@JsonValue String value) {
    @JsonCreator
    public PostId {
        Ids.check("post", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
