package io.zhiyong.record.xapi;

import java.util.Arrays;
import java.util.Optional;

/** What a credential may do (xAPI 1.0.3 Communication 4.2). */
public enum Scope {
    STATEMENTS_WRITE("statements/write"),
    STATEMENTS_READ("statements/read"),
    STATEMENTS_READ_MINE("statements/read/mine"),
    STATE("state"),
    PROFILE("profile"),
    DEFINE("define"),
    ALL_READ("all/read"),
    ALL("all");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
