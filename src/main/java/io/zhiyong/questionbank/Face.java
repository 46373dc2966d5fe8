package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;

/**
 * A question as a candidate sees it: no key, no feedback, no explanation, so that none can slip out before its time.
 *
 * @param options in the order and under the letters shown; empty for types without
 * @param blanks how many texts are asked for; 0 when something is chosen
 */
public record Face(QuestionId id, int version, QuestionType type, String stem, List<Choice> options, int blanks) {
    /** An option's letter as shown, and its text. */
    public record Choice(String letter, String text) {}

    public Face {
        options = List.copyOf(options);
    }

    /** With the options in the order given, lettered anew. */
    static Face of(Question question, List<Option> order) {
        var choices = new ArrayList<Choice>();
        for (var option : order) {
            choices.add(new Choice(Option.letter(choices.size()), option.text()));
        }
        return new Face(
                question.id(),
                question.version(),
                question.type(),
                question.stem(),
                choices,
                question.body().blankCount());
    }
}
