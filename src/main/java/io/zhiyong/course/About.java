package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;

/**
 * What a course says of itself.
 *
 * @param subject the field it belongs to, such as 公务员法; at most 60 characters
 * @param category the class that credit rules may count by; empty when none is declared
 * @param minutes declared length, 1 to 6000: the same for everybody, never measured on a person
 */
public record About(Text title, Text summary, String subject, String category, int minutes) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SUMMARY = 2000;
    private static final int LONGEST_SUBJECT = 60;
    static final int MOST_MINUTES = 6000;

    public About {
        atMost("title", title.zh(), LONGEST_TITLE);
        atMost("title", title.en(), LONGEST_TITLE);
        atMost("summary", summary.zh(), LONGEST_SUMMARY);
        atMost("summary", summary.en(), LONGEST_SUMMARY);
        subject = subject == null ? "" : subject.strip();
        category = category == null ? "" : category.strip();
        if (subject.isEmpty()) {
            throw Refusal.invalid("subject", "refusal.blank");
        }
        atMost("subject", subject, LONGEST_SUBJECT);
        atMost("category", category, LONGEST_SUBJECT);
        requireMinutes(minutes);
    }

    static void requireMinutes(int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw Refusal.invalid("minutes", "refusal.range", minutes, 1, MOST_MINUTES);
        }
    }

    static void atMost(String field, String text, int most) {
        if (text.length() > most) {
            throw Refusal.invalid(field, "refusal.tooLong", most);
        }
    }
}
