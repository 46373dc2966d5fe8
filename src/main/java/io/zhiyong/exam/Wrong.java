package io.zhiyong.exam;

import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Body;
import java.util.Optional;
import java.util.Random;

/** What somebody answers who does not know. */
final class Wrong {
    private Wrong() {}

    /** One wrong choice; nothing where there is nothing to choose from. */
    static Optional<Answer> answer(Body body, Random chance) {
        if (body instanceof Body.TrueFalse statement) {
            return Optional.of(Answer.of(String.valueOf(!statement.right())));
        }
        var wrong = body.options().stream()
                .map(option -> option.key())
                .filter(key -> !body.key().contains(key))
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Answer.of(wrong.get(chance.nextInt(wrong.size()))));
    }
}
