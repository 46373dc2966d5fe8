package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.List;

/**
 * What a candidate gave to one question.
 *
 * @param values option keys (each once), {@code true} or {@code false}, or the texts of the blanks in their order, an empty
 *     text for a blank left out; empty when nothing was given
 */
public record Answer(List<String> values) {
    public static final Answer NONE = new Answer(List.of());

    public Answer {
        values = values == null ? List.of() : List.copyOf(values);
        if (values.size() > Option.MOST) {
            throw Refusal.invalid("choice", "questionbank.refusal.tooManyTexts", values.size(), Option.MOST);
        }
        for (var value : values) {
            Limits.optional("choice", value, Limits.OPTION);
        }
    }

    public static Answer of(String... values) {
        return new Answer(List.of(values));
    }

    /** Whether anything at all was given. */
    public boolean given() {
        return values.stream().anyMatch(value -> !value.isBlank());
    }
}
