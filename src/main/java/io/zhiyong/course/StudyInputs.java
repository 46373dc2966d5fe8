package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What forms and programs send while studying. */
final class StudyInputs {
    private StudyInputs() {}

    /**
     * Where one is.
     *
     * @param at seconds into a film, or share of the height, 0 to 1; at most a day
     */
    record SavePosition(double at) {
        private static final double MOST = 86_400;

        SavePosition {
            if (!(at >= 0 && at <= MOST)) {
                throw Refusal.invalid("at", "refusal.range", at, 0, (int) MOST);
            }
        }
    }

    /** Answers to a checkpoint, in any order; a question left out counts as wrong. */
    record AnswerCheckpoint(List<Given> answers) {
        private static final int MOST = 20;

        AnswerCheckpoint {
            answers = answers == null ? List.of() : List.copyOf(answers);
            if (answers.size() > MOST) {
                throw Refusal.invalid("answers", "refusal.range", answers.size(), 1, MOST);
            }
        }

        Map<String, List<String>> byQuestion() {
            var map = new HashMap<String, List<String>>();
            answers.forEach(given -> map.put(given.question(), given.values()));
            return map;
        }
    }

    /**
     * An answer to one question.
     *
     * @param values option keys, {@code true} or {@code false}, or texts
     */
    record Given(String question, List<String> values) {
        Given {
            if (question == null || question.isBlank()) {
                throw Refusal.invalid("question", "refusal.blank");
            }
            values = values == null ? List.of() : List.copyOf(values);
        }
    }
}
