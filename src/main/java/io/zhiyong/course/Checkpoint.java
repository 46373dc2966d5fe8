package io.zhiyong.course;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The questions that show whether a lesson was understood (随堂检测).
 *
 * @param questions ids in the question bank, 1 to 20, each once
 * @param passMark share of them that must be right in one try, above 0, at most 1
 */
public record Checkpoint(List<String> questions, BigDecimal passMark) {
    private static final int MOST = 20;

    public Checkpoint {
        questions = List.copyOf(questions);
        questions.forEach(question -> Ids.check("questions", question));
        if (questions.isEmpty() || questions.size() > MOST) {
            throw Refusal.invalid("questions", "refusal.range", questions.size(), 1, MOST);
        }
        if (new HashSet<>(questions).size() < questions.size()) {
            throw Refusal.invalid("questions", "course.refusal.questionTwice");
        }
        if (passMark.signum() <= 0 || passMark.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.invalid("passMark", "course.refusal.passMark", passMark);
        }
    }

    /** How many must be right. */
    public int needed() {
        return passMark.multiply(BigDecimal.valueOf(questions.size()))
                .setScale(0, java.math.RoundingMode.CEILING)
                .intValueExact();
    }

    /** Whether this many right answers master the lesson. */
    boolean masteredBy(Set<String> right) {
        return questions.stream().filter(right::contains).count() >= needed();
    }
}
