package io.zhiyong.credit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;

/** A version of a rule pack, written {@code id@version}. A version, once used, never changes. */
public record PackName(String id, String version) {
    public PackName {
        Ids.check("pack", id);
        Ids.check("version", version);
    }

    @JsonCreator
    public static PackName of(String text) {
        var at = text.indexOf('@');
        if (at < 0) {
            throw Refusal.invalid("pack", "credit.refusal.packName", text);
        }
        return new PackName(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return id + "@" + version;
    }
}
