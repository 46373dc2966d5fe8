package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.Optional;

/**
 * Where a question belongs, how hard it is and what it rests on.
 *
 * @param subject never blank (公务员法)
 * @param topic a part of the subject; may be empty
 * @param point the knowledge point (知识点); may be empty
 * @param difficulty 1 (easy) to 5 (hard)
 * @param basis absent only in questions that came from elsewhere without one
 * @param source where it came from: the file it was imported from, or a book; may be empty
 */
public record Classification(
        String subject, String topic, String point, int difficulty, Optional<Basis> basis, String source) {
    public static final int EASIEST = 1;
    public static final int HARDEST = 5;

    /** What a question is taken for that says nothing of its difficulty. */
    static final int MIDDLE = 3;

    public Classification {
        subject = name("subject", subject);
        topic = name("topic", topic);
        point = name("point", point);
        source = Limits.optional("source", source, 200).replace('\n', ' ').replace(']', ')');
        if (subject.isEmpty()) {
            throw Refusal.invalid("subject", "questionbank.refusal.blank");
        }
        if (difficulty < EASIEST || difficulty > HARDEST) {
            throw Refusal.invalid("difficulty", "questionbank.refusal.difficulty", difficulty);
        }
    }

    private static String name(String field, String value) {
        var text = Limits.optional(field, value, Limits.NAME);
        if (text.indexOf('\n') >= 0 || text.indexOf('/') >= 0 || text.indexOf(']') >= 0) {
            throw Refusal.invalid(field, "questionbank.refusal.name", text);
        }
        return text;
    }
}
