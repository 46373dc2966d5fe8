package io.zhiyong.exam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names an exam (考试). */
public record ExamId(@JsonValue String value) {
    @JsonCreator
    public ExamId {
        Ids.check("exam", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
