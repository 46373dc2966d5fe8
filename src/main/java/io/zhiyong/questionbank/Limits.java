package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;

/** How long texts may be, in characters. */
final class Limits {
    static final int STEM = 4_000;
    static final int OPTION = 1_000;
    static final int EXPLANATION = 4_000;
    static final int NAME = 100;

    private Limits() {}

    /** Stripped; refused when longer than {@code most} or when it holds characters that no page can show. */
    static String optional(String field, String value, int most) {
        var text = value == null ? "" : value.strip();
        if (text.length() > most) {
            throw Refusal.invalid(field, "questionbank.refusal.tooLong", text.length(), most);
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw Refusal.invalid(field, "questionbank.refusal.controlCharacter");
        }
        return text;
    }

    static String text(String field, String value, int most) {
        var text = optional(field, value, most);
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "questionbank.refusal.blank");
        }
        return text;
    }
}
