package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that can be chosen.
 *
 * @param key a letter from A, by its place in the question as written; a paper may show it under another letter
 * @param text what is read, never blank
 * @param feedback why it is wrong (or right); may be empty
 */
public record Option(String key, String text, String feedback) {
    /** More would not be read; A to P. */
    public static final int MOST = 16;

    public Option {
        text = Limits.text("option", text, Limits.OPTION);
        feedback = Limits.optional("feedback", feedback, Limits.OPTION);
        if (text.isEmpty()) {
            throw Refusal.invalid("options", "questionbank.refusal.optionBlank", key);
        }
    }

    /** The letter of a place, from 0. */
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /** Options without feedback, lettered in the order given. */
    public static List<Option> of(String... texts) {
        var options = new ArrayList<Option>();
        for (var text : texts) {
            options.add(new Option(letter(options.size()), text, ""));
        }
        return options;
    }
}
