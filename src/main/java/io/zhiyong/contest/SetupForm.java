package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an organizer fills in. Absent numbers are the usual ones.
 *
 * @param title at most 60 characters
 * @param questions ids of the bank, divided by spaces, commas or lines; empty where they are drawn
 * @param subject where they are drawn from when no ids are given
 * @param count how many are drawn, 1 to 100
 */
public record SetupForm(
        String title,
        Optional<String> titleEn,
        Optional<String> questions,
        Optional<String> subject,
        Optional<Integer> count,
        RulesForm rules) {
    private static final int LONGEST_TITLE = 60;
    private static final int MOST = 100;
    private static final int USUAL = 10;

    /** The numbers; see {@code Rules}. */
    public record RulesForm(
            Optional<Integer> answerSeconds,
            Optional<Integer> readSeconds,
            Optional<Integer> points,
            Optional<Integer> speedPercent,
            Optional<Boolean> accuracyFirst,
            Optional<Integer> boardEvery,
            Optional<Integer> paceSeconds) {
        Rules rules() {
            var usual = Rules.usual();
            return new Rules(
                    answerSeconds.orElse(usual.answerSeconds()),
                    readSeconds.orElse(usual.readSeconds()),
                    points.orElse(usual.points()),
                    speedPercent.orElse(usual.speedPercent()),
                    accuracyFirst.orElse(usual.accuracyFirst()),
                    boardEvery.orElse(usual.boardEvery()),
                    paceSeconds.orElse(usual.paceSeconds()));
        }
    }

    public SetupForm {
        title = title == null ? "" : title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Refusal.invalid("title", "contest.refusal.title", LONGEST_TITLE);
        }
        var wanted = count.orElse(USUAL);
        if (wanted < 1 || wanted > MOST) {
            throw Refusal.invalid("count", "contest.refusal.range", wanted, 1, MOST);
        }
        if (rules == null) {
            var none = Optional.<Integer>empty();
            rules = new RulesForm(none, none, none, none, Optional.empty(), none, none);
        }
        rules.rules();
    }

    /** The ids that were given, in their order. */
    List<String> ids() {
        return Arrays.stream(questions.orElse("").split("[\\s,，;；]+"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    int wanted() {
        return count.orElse(USUAL);
    }

    Setup setup(PersonId organizer, UnitId unit, List<ContestQuestion> chosen) {
        return new Setup(Text.of(title, titleEn.orElse("")), organizer, unit, chosen, rules.rules());
    }
}
