package io.zhiyong.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.text.Formats;
import java.util.UUID;

/** Names a statement: a UUID. */
public record StatementId(UUID value) {
    private static final UUID TELLINGS = Ids.uuid5(new UUID(0, 0), "https://zhiyong.io/xapi/telling");

    /** From its standard form, in either case; anything else is refused. */
    @JsonCreator
    public static StatementId of(String text) {
        return new StatementId(Formats.asUuid(text)
                .orElseThrow(() -> Refusal.invalid("id", "record.rule.uuid", String.valueOf(text))));
    }

    /** The id that follows from what is told, so that telling it again changes nothing. */
    static StatementId telling(String what) {
        return new StatementId(Ids.uuid5(TELLINGS, what));
    }

    public static StatementId fresh() {
        return new StatementId(UUID.randomUUID());
    }

    @JsonValue
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
