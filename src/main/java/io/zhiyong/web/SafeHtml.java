package io.zhiyong.web;

import com.fasterxml.jackson.annotation.JsonValue;

/** Markup that was sanitized; the only text that a template shows unescaped. Made by {@link Markdown} alone. */
public final class SafeHtml {
    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    @JsonValue
    public String markup() {
        return markup;
    }

    @Override
    public String toString() {
        return markup;
    }
}
