package io.zhiyong.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What one person did in one lesson. Two that were kept apart (two devices at once) are merged without losing anything
 * that counts: the first opening, the first mastery, the newest position, the newest try.
 */
public record Steps(
        Optional<Instant> opened, Optional<Instant> mastered, Optional<Position> position, Optional<Try> lastTry) {
    static final Steps NONE = new Steps(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Where one was in a lesson; for going on there and for nothing else.
     *
     * @param at seconds into a film, or share of a text's height, 0 to 1
     * @param saved when
     */
    public record Position(double at, Instant saved) {}

    /**
     * One try at a checkpoint.
     *
     * @param answers what was answered, by question
     * @param right the questions answered rightly
     */
    public record Try(Map<String, List<String>> answers, Set<String> right, Instant at) {
        public Try {
            answers = Map.copyOf(answers);
            right = Set.copyOf(right);
        }
    }

    Steps merge(Steps other) {
        return new Steps(
                either(opened, other.opened, Steps::earlier),
                either(mastered, other.mastered, Steps::earlier),
                either(position, other.position, (one, two) -> two.saved().isBefore(one.saved()) ? one : two),
                either(lastTry, other.lastTry, (one, two) -> two.at().isBefore(one.at()) ? one : two));
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }

    private static <T> Optional<T> either(Optional<T> one, Optional<T> two, BinaryOperator<T> both) {
        return one.isPresent() && two.isPresent() ? Optional.of(both.apply(one.get(), two.get())) : one.or(() -> two);
    }
}
