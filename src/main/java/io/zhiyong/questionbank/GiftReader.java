package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.GiftBlocks.Block;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads questions in GIFT, as <a href="https://docs.moodle.org/en/GIFT_format">Moodle's documentation</a> describes it, with the
 * tags of the shipped bank ({@code basis:law/article/paragraph}, {@code difficulty:1…5}, {@code point:…}, {@code source:…},
 * {@code state:…}). Every question is read by itself: what is wrong with one is said with its line and hinders no other.
 */
final class GiftReader {
    private final Reading.Defaults defaults;
    private final Reading.Gathering gathering = new Reading.Gathering();
    private final Map<QuestionId, Integer> lineOf = new HashMap<>();

    private GiftReader(Reading.Defaults defaults) {
        this.defaults = defaults;
    }

    static Reading read(String file, Reading.Defaults defaults) {
        var reader = new GiftReader(defaults);
        GiftBlocks.of(file).forEach(reader::block);
        return reader.gathering.done();
    }

    private void block(Block block) {
        try {
            var question = question(block);
            var before = lineOf.putIfAbsent(question.id(), block.line());
            if (before != null) {
                throw Refusal.invalid("id", "questionbank.refusal.idTwiceInFile", question.id(), before);
            }
            gathering.understood(block.line(), question);
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> gathering.refused(block.line(), problem));
        }
    }

    /** A question's parts, raw: what stands before, in and after the braces. */
    private record Parts(String before, String answers, String after, String general) {
        String stem() {
            var head = GiftText.plain(before);
            // The missing-word form: the answer's braces stand where the blank is.
            return after.isBlank() ? head : head + "______" + GiftText.plain(after);
        }
    }

    private Question question(Block block) {
        var parts = parts(withoutTitle(block.text()));
        if (GiftText.holdsMore(parts.before()) || GiftText.holdsMore(parts.answers())) {
            gathering.note(block.line(), "questionbank.note.picture");
        }
        var marks = GiftMarks.of(block, defaults, gathering);
        var body = GiftAnswers.body(parts.answers(), block.line(), gathering);
        var question = new Question(
                new QuestionId("unnamed"),
                1,
                marks.classification(),
                parts.stem(),
                body,
                GiftText.plain(parts.general()),
                marks.state());
        return question.withId(marks.id().orElseGet(() -> Naming.byContent(question)));
    }

    private static String withoutTitle(String text) {
        if (!text.startsWith("::")) {
            return text;
        }
        var end = GiftText.find(text, "::", 2);
        if (end < 0) {
            throw Refusal.invalid("title", "questionbank.refusal.giftTitle");
        }
        return text.substring(end + 2);
    }

    private static Parts parts(String text) {
        var open = GiftText.find(text, "{", 0);
        if (open < 0) {
            throw Refusal.invalid("", "questionbank.refusal.giftNoAnswers");
        }
        var close = GiftText.find(text, "}", open + 1);
        if (close < 0) {
            throw Refusal.invalid("", "questionbank.refusal.giftNotClosed");
        }
        var after = text.substring(close + 1);
        if (GiftText.find(after, "{", 0) >= 0) {
            throw Refusal.invalid("", "questionbank.refusal.giftTwoAnswers");
        }
        var inside = text.substring(open + 1, close);
        var general = GiftText.find(inside, "####", 0);
        return new Parts(
                text.substring(0, open),
                (general < 0 ? inside : inside.substring(0, general)).strip(),
                after,
                general < 0 ? "" : inside.substring(general + 4));
    }
}
