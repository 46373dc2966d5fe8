package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Which questions are asked for; whatever is empty does not matter.
 *
 * @param words text that the question's stem, topic, point or id must hold
 */
public record QuestionFilter(
        Optional<String> words,
        Optional<String> subject,
        Optional<QuestionType> type,
        Optional<Integer> difficulty,
        Optional<QuestionState> state,
        Optional<String> point) {
    public static final QuestionFilter ALL = new QuestionFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Empty when nothing is searched for; refused when it is too short to be looked up. */
    List<String> lookedUp() {
        var found = words.map(Words::of).orElse(List.of());
        if (found.isEmpty() && words.isPresent()) {
            throw Refusal.invalid("words", "questionbank.refusal.searchShort");
        }
        return found;
    }
}
