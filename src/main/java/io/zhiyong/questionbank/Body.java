package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a question of one type offers, and its key (标准答案). A candidate is shown a {@link Face} instead, which has none. */
public sealed interface Body {
    QuestionType type();

    /** Empty for types that offer nothing to choose from. */
    default List<Option> options() {
        return List.of();
    }

    /** The right values: option keys, {@code true} or {@code false}, or the first accepted text of every blank. */
    List<String> key();

    /** How many texts are asked for; 0 when something is chosen. */
    default int blankCount() {
        return 0;
    }

    /** Refuses what cannot be an answer to this: two of one, an unknown letter, more texts than blanks. */
    void check(Answer answer);

    /** One of several. */
    record Single(List<Option> options, String right) implements Body {
        public Single {
            options = checked(options);
            requireKnown(options, List.of(right));
        }

        @Override
        public QuestionType type() {
            return QuestionType.SINGLE;
        }

        @Override
        public List<String> key() {
            return List.of(right);
        }

        @Override
        public void check(Answer answer) {
            if (answer.values().size() > 1) {
                throw Refusal.invalid(
                        "choice",
                        "questionbank.refusal.oneOnly",
                        answer.values().size());
            }
            requireKnown(options, answer.values());
        }
    }

    /**
     * Any of several; as many as are right.
     *
     * @param right in the order of the options, at least one
     */
    record Multiple(List<Option> options, List<String> right) implements Body {
        public Multiple {
            options = checked(options);
            requireKnown(options, right);
            if (right.isEmpty()) {
                throw Refusal.invalid("key", "questionbank.refusal.keyMissing");
            }
            right = right.stream().distinct().sorted().toList();
        }

        @Override
        public QuestionType type() {
            return QuestionType.MULTIPLE;
        }

        @Override
        public List<String> key() {
            return right;
        }

        @Override
        public void check(Answer answer) {
            requireKnown(options, answer.values());
        }
    }

    /**
     * A statement that holds or does not.
     *
     * @param whenWrong feedback to the wrong answer; may be empty
     * @param whenRight feedback to the right one; may be empty
     */
    record TrueFalse(boolean right, String whenWrong, String whenRight) implements Body {
        private static final List<String> VALUES = List.of("true", "false");

        public TrueFalse {
            whenWrong = Limits.optional("feedback", whenWrong, Limits.OPTION);
            whenRight = Limits.optional("feedback", whenRight, Limits.OPTION);
        }

        public TrueFalse(boolean right) {
            this(right, "", "");
        }

        @Override
        public QuestionType type() {
            return QuestionType.TRUE_FALSE;
        }

        @Override
        public List<String> key() {
            return List.of(String.valueOf(right));
        }

        @Override
        public void check(Answer answer) {
            if (answer.values().size() > 1 || !VALUES.containsAll(answer.values())) {
                throw Refusal.invalid("choice", "questionbank.refusal.trueOrFalse", answer.values());
            }
        }
    }

    /** Texts to be typed into blanks (______) of the stem, in their order. */
    record FillIn(List<Blank> blanks) implements Body {
        private static final int MOST = 12;

        public FillIn {
            blanks = List.copyOf(blanks);
            if (blanks.isEmpty() || blanks.size() > MOST) {
                throw Refusal.invalid("blanks", "questionbank.refusal.blankCount", blanks.size(), MOST);
            }
        }

        @Override
        public QuestionType type() {
            return QuestionType.FILL_IN;
        }

        @Override
        public List<String> key() {
            return blanks.stream().map(blank -> blank.accepted().get(0)).toList();
        }

        @Override
        public int blankCount() {
            return blanks.size();
        }

        @Override
        public void check(Answer answer) {
            if (answer.values().size() > blanks.size()) {
                throw Refusal.invalid(
                        "choice",
                        "questionbank.refusal.tooManyTexts",
                        answer.values().size(),
                        blanks.size());
            }
        }
    }

    /** The spellings that one blank accepts; the first is the one shown as the key. */
    record Blank(List<String> accepted) {
        private static final int MOST = 40;

        public Blank {
            accepted = accepted.stream().map(String::strip).distinct().toList();
            if (accepted.isEmpty() || accepted.size() > MOST) {
                throw Refusal.invalid("blanks", "questionbank.refusal.spellingCount", accepted.size(), MOST);
            }
            for (var text : accepted) {
                Limits.text("blanks", text, Limits.OPTION);
                if (Fold.fold(text).isEmpty()) {
                    throw Refusal.invalid("blanks", "questionbank.refusal.spellingEmpty", text);
                }
            }
        }
    }

    /** Whether the options may be shown in another order: not when one speaks of the others by place ("以上都对", "A和B"). */
    default boolean mayShuffle() {
        return options().size() > 1
                && options().stream()
                        .noneMatch(option ->
                                Places.SPEAKS_OF_PLACES.matcher(option.text()).find());
    }

    private static List<Option> checked(List<Option> options) {
        if (options.size() < 2 || options.size() > Option.MOST) {
            throw Refusal.invalid("options", "questionbank.refusal.optionCount", options.size(), Option.MOST);
        }
        var texts = new HashSet<String>();
        for (int place = 0; place < options.size(); place++) {
            if (!options.get(place).key().equals(Option.letter(place))) {
                throw Refusal.invalid(
                        "options",
                        "questionbank.refusal.optionLetters",
                        options.get(place).key());
            }
            if (!texts.add(options.get(place).text())) {
                throw Refusal.invalid(
                        "options",
                        "questionbank.refusal.optionTwice",
                        options.get(place).text());
            }
        }
        return List.copyOf(options);
    }

    private static void requireKnown(List<Option> options, List<String> keys) {
        for (var key : keys) {
            if (options.stream().noneMatch(option -> option.key().equals(key))) {
                throw Refusal.invalid("choice", "questionbank.refusal.noSuchOption", key);
            }
        }
    }

    /** Holder of the pattern, which an interface cannot keep to itself. */
    final class Places {
        private static final Pattern SPEAKS_OF_PLACES = Pattern.compile(
                "^(以上|上述|前述)|(以上|上述)(都|均|各|全|皆|选项|说法)|^[A-P]\\s*[、,，和与及]\\s*[A-P]|(?i:\\b(all|none|both) of the above\\b)");

        private Places() {}
    }
}
