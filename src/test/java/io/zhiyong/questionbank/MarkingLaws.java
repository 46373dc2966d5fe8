package io.zhiyong.questionbank;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.questionbank.Marking.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkingLaws {
    private record Given(Body body, Answer answer, Points points, Rule rule) {}

    private static Given given(Random random) {
        var body = Samples.body(random);
        var rules = Rule.values();
        return new Given(
                body,
                Samples.answer(random, body),
                new Points(1 + random.nextInt(1000)),
                rules[random.nextInt(rules.length)]);
    }

    @Test
    void aScoreLiesBetweenNothingAndThePoints() {
        forAll(MarkingLaws::given, it -> {
            var marked = Marking.mark(it.body, it.answer, it.points, it.rule);
            assertThat(marked.score()).isBetween(Points.ZERO, it.points);
            assertThat(marked.right()).isEqualTo(marked.score().equals(it.points));
        });
    }

    @Test
    void theKeyEarnsAllPoints() {
        forAll(MarkingLaws::given, it -> {
            var marked = Marking.mark(it.body, new Answer(it.body.key()), it.points, it.rule);
            assertThat(marked).isEqualTo(new Marking.Marked(true, it.points));
        });
    }

    @Test
    void nothingGivenEarnsNothing() {
        forAll(MarkingLaws::given, it -> assertThat(Marking.mark(it.body, Answer.NONE, it.points, it.rule))
                .isEqualTo(new Marking.Marked(false, Points.ZERO)));
    }

    @Test
    void theOrderOfChoicesDoesNotMatter() {
        forAll(MarkingLaws::given, it -> {
            var reversed = new ArrayList<>(it.answer.values());
            Collections.reverse(reversed);
            assertThat(Marking.mark(it.body, new Answer(reversed), it.points, it.rule))
                    .isEqualTo(Marking.mark(it.body, it.answer, it.points, it.rule));
        });
    }

    @Test
    void aStricterRuleNeverGivesMore() {
        forAll(MarkingLaws::given, it -> {
            var strict = Marking.mark(it.body, it.answer, it.points, Rule.ALL_OR_NOTHING);
            var partial = Marking.mark(it.body, it.answer, it.points, Rule.PARTIAL);
            var penalty = Marking.mark(it.body, it.answer, it.points, Rule.PARTIAL_WITH_PENALTY);
            assertThat(strict.score()).isLessThanOrEqualTo(partial.score());
            assertThat(partial.score()).isLessThanOrEqualTo(penalty.score());
        });
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        forAll(
                random -> Samples.text(random) + (char) (0x20 + random.nextInt(0xD700)) + "。 ",
                text -> assertThat(Fold.fold(Fold.fold(text))).isEqualTo(Fold.fold(text)));
    }
}
