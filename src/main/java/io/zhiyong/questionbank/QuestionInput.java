package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A question as an organizer writes it, in a form or as JSON.
 *
 * @param options rows without text are left out; of choices only
 * @param statement {@code true} or {@code false}; of true/false only
 * @param blanks one line for each blank, its spellings parted by {@code |}; of fill-ins only
 */
record QuestionInput(
        Place place,
        QuestionType type,
        String stem,
        List<OptionInput> options,
        Boolean statement,
        String blanks,
        String explanation) {
    QuestionInput {
        if (place == null) {
            throw Refusal.invalid("place", "refusal.missing");
        }
        if (type == null) {
            throw Refusal.invalid("type", "refusal.missing");
        }
        options = options == null ? List.of() : List.copyOf(options);
        blanks = blanks == null ? "" : blanks;
    }

    /** Where it belongs; the basis in the form law/article/paragraph. */
    record Place(String subject, String topic, String point, Integer difficulty, String basis, String source) {
        Classification classification() {
            return new Classification(
                    subject,
                    topic,
                    point,
                    difficulty == null ? Classification.MIDDLE : difficulty,
                    Optional.ofNullable(basis).filter(text -> !text.isBlank()).map(Basis::parse),
                    source);
        }
    }

    /** One option; not right unless it says so. */
    record OptionInput(String text, Boolean right, String feedback) {
        boolean given() {
            return text != null && !text.isBlank();
        }
    }

    /** As a version that takes the place of {@code before}. */
    Question question(QuestionId id, int version, QuestionState state) {
        return new Question(id, version, place.classification(), stem, body(), explanation, state);
    }

    private Body body() {
        return switch (type) {
            case SINGLE -> single();
            case MULTIPLE -> new Body.Multiple(lettered(), right());
            case TRUE_FALSE -> {
                if (statement == null) {
                    throw Refusal.invalid("statement", "questionbank.refusal.keyMissing");
                }
                yield new Body.TrueFalse(statement);
            }
            case FILL_IN ->
                new Body.FillIn(blanks.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> new Body.Blank(Arrays.stream(line.split("\\|"))
                                .filter(text -> !text.isBlank())
                                .toList()))
                        .toList());
        };
    }

    private Body single() {
        var right = right();
        if (right.size() != 1) {
            throw Refusal.invalid("options", "questionbank.refusal.oneRight", right.size());
        }
        return new Body.Single(lettered(), right.get(0));
    }

    private List<Option> lettered() {
        var lettered = new ArrayList<Option>();
        for (var option : given()) {
            lettered.add(new Option(Option.letter(lettered.size()), option.text(), option.feedback()));
        }
        return lettered;
    }

    private List<String> right() {
        var right = new ArrayList<String>();
        for (int place = 0; place < given().size(); place++) {
            if (Boolean.TRUE.equals(given().get(place).right())) {
                right.add(Option.letter(place));
            }
        }
        return right;
    }

    private List<OptionInput> given() {
        return options.stream().filter(OptionInput::given).toList();
    }
}
