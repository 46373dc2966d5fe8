package io.zhiyong.questionbank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names a question (试题) for good: an edited question keeps it, a removed one never gives it away. */
public record QuestionId(@JsonValue String value) {
    @JsonCreator
    public QuestionId {
        Ids.check("question", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
