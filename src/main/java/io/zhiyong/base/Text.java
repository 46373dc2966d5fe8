package io.zhiyong.base;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A short text that an organizer wrote, in Chinese and, if he cared to, in English.
 *
 * @param zh never blank
 * @param en empty when it was not translated; readers of English then see the Chinese
 */
public record Text(
        @JsonProperty("zh-CN") String zh,
        @JsonProperty("en") String en) {
    public Text {
        zh = zh == null ? "" : zh.strip();
        en = en == null ? "" : en.strip();
        if (zh.isEmpty()) {
            zh = en;
        }
        if (zh.isEmpty()) {
            throw Refusal.invalid("zh-CN", "refusal.blank");
        }
    }

    public static Text of(String zh) {
        return new Text(zh, "");
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    public String in(Language language) {
        return language == Language.EN && !en.isEmpty() ? en : zh;
    }
}
