package io.zhiyong.exam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names one person's one try at an exam (作答). */
public record AttemptId(@JsonValue String value) {
    @JsonCreator
    public AttemptId {
        Ids.check("attempt", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
