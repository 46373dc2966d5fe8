package io.zhiyong.contest;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import java.util.HashSet;
import java.util.List;

/**
 * A question as it stood when the contest was set up. The contest keeps its own copy, so that a later edit in the bank
 * changes neither a running contest nor the account of a past one.
 *
 * @param id the question's id in the bank
 * @param key the ids of the right options, in the options' order
 */
record ContestQuestion(String id, Kind kind, String stem, List<Option> options, List<String> key) {
    private static final int MOST_OPTIONS = 16;

    /** What a phone can ask with one thumb. */
    enum Kind {
        SINGLE,
        MULTIPLE,
        TRUE_FALSE
    }

    /** One thing to tap. */
    record Option(String id, String text) {
        Option {
            Ids.check("option", id);
            if (text == null || text.isBlank()) {
                throw Refusal.invalid("option", "contest.refusal.optionBlank", id);
            }
        }
    }

    ContestQuestion {
        Ids.check("question", id);
        if (stem == null || stem.isBlank()) {
            throw Refusal.invalid("questions", "contest.refusal.stemBlank", id);
        }
        options = List.copyOf(options);
        var ids = options.stream().map(Option::id).toList();
        if (options.size() < 2 || options.size() > MOST_OPTIONS || new HashSet<>(ids).size() < ids.size()) {
            throw Refusal.invalid("questions", "contest.refusal.options", id, MOST_OPTIONS);
        }
        var right = key;
        key = ids.stream().filter(right::contains).toList();
        if (key.isEmpty() || key.size() != right.size() || (kind != Kind.MULTIPLE && key.size() != 1)) {
            throw Refusal.invalid("questions", "contest.refusal.key", id);
        }
    }

    /** The choice in the options' order without repetition; a refusal when it names no option, or too many. */
    List<String> checked(List<String> choice) {
        var chosen = options.stream().map(Option::id).filter(choice::contains).toList();
        if (chosen.isEmpty() || chosen.size() != choice.size() || (kind != Kind.MULTIPLE && chosen.size() > 1)) {
            throw Refusal.invalid("choice", "contest.refusal.choice", String.join(",", choice));
        }
        return chosen;
    }

    /** All right options and no other. */
    boolean isRight(List<String> choice) {
        return new HashSet<>(choice).equals(new HashSet<>(key));
    }
}
