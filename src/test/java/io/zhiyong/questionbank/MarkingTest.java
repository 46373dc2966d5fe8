package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Marking.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkingTest {
    private static final Body TWO_OF_FOUR = new Body.Multiple(Option.of("警告", "记过", "罚款", "拘留"), List.of("B", "A"));
    private static final Body THIRTY = new Body.FillIn(List.of(new Body.Blank(List.of("30", "三十", "30 days"))));

    private static String score(Body body, Rule rule, String... values) {
        return Marking.mark(body, Answer.of(values), Points.of(2), rule).score().toString();
    }

    @Test
    void multipleChoiceInPartEarnsByTheRule() {
        assertThat(score(TWO_OF_FOUR, Rule.ALL_OR_NOTHING, "A")).isEqualTo("0");
        assertThat(score(TWO_OF_FOUR, Rule.PARTIAL, "A")).isEqualTo("1");
        assertThat(score(TWO_OF_FOUR, Rule.PARTIAL, "A", "B", "C")).isEqualTo("0");
        assertThat(score(TWO_OF_FOUR, Rule.PARTIAL_WITH_PENALTY, "A", "B", "C")).isEqualTo("1");
        assertThat(score(TWO_OF_FOUR, Rule.PARTIAL_WITH_PENALTY, "C", "D")).isEqualTo("0");
        assertThat(score(TWO_OF_FOUR, Rule.ALL_OR_NOTHING, "B", "A")).isEqualTo("2");
    }

    @Test
    void typedAnswersAreFoldedByWidthCaseAndSpaces() {
        for (var text : List.of("30", "３０", " 3 0 ", "三十", "三十。", "30 DAYS", "３０　ｄａｙｓ")) {
            assertThat(score(THIRTY, Rule.PARTIAL, text)).as(text).isEqualTo("2");
        }
        assertThat(score(THIRTY, Rule.PARTIAL, "31")).isEqualTo("0");
    }

    @Test
    void everyBlankEarnsItsShareRoundedDown() {
        var blanks = new Body.FillIn(
                List.of(new Body.Blank(List.of("德")), new Body.Blank(List.of("能")), new Body.Blank(List.of("勤"))));
        assertThat(score(blanks, Rule.PARTIAL, "德")).isEqualTo("0.66");
        assertThat(score(blanks, Rule.PARTIAL, "", "能", "勤")).isEqualTo("1.33");
        assertThat(score(blanks, Rule.PARTIAL, "德", "能", "勤")).isEqualTo("2");
    }

    @Test
    void whatCannotBeAnAnswerIsRefused() {
        var single = new Body.Single(Option.of("是", "否"), "A");
        assertThatThrownBy(() -> single.check(Answer.of("A", "B"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> single.check(Answer.of("E"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Body.TrueFalse(true).check(Answer.of("yes")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> THIRTY.check(Answer.of("1", "2"))).isInstanceOf(Refusal.class);
    }

    @Test
    void wrongQuestionsCannotBeMade() {
        assertThatThrownBy(() -> new Body.Single(Option.of("是"), "A")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Body.Single(Option.of("是", "是"), "A")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Body.Single(Option.of("是", "否"), "C")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Body.Multiple(Option.of("是", "否"), List.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Body.FillIn(List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Points(-1)).isInstanceOf(Refusal.class);
    }

    @Test
    void optionsThatSpeakOfPlacesKeepTheirs() {
        assertThat(new Body.Single(Option.of("警告", "记过", "以上都对"), "C").mayShuffle())
                .isFalse();
        assertThat(new Body.Single(Option.of("警告", "记过", "A和B"), "C").mayShuffle())
                .isFalse();
        assertThat(new Body.Single(Option.of("警告", "记过", "20人以上"), "C").mayShuffle())
                .isTrue();
    }
}
