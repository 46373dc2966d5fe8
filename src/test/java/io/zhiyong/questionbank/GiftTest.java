package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiftTest {
    private static Reading read(String file) {
        return GiftReader.read(file, new Reading.Defaults("综合", "旧题库", QuestionState.DRAFT));
    }

    private static Question one(String file) {
        var reading = read(file);
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.understood()).hasSize(1);
        return reading.understood().get(0).question();
    }

    private static void refused(String file, int line, String key) {
        var reading = read(file);
        assertThat(reading.understood()).isEmpty();
        assertThat(reading.refused()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(line);
            assertThat(finding.problem().key()).isEqualTo("questionbank.refusal." + key);
        });
    }

    @Test
    void readsMarksCategoryAndEscapes() {
        var question = one("""
                $CATEGORY: $course$/top/公务员法/总则

                // [id:gwy-1] [tag:basis:公务员法/26/1] [tag:difficulty:2] [tag:point:条件]
                ::标题::1 \\= 1 \\{对吗\\}\\: \\~ \\#\\n第二行{
                =对#好\\#的
                ~错
                ####解析\\:
                如此
                }
                """);
        assertThat(question.id().value()).isEqualTo("gwy-1");
        assertThat(question.stem()).isEqualTo("1 = 1 {对吗}: ~ #\n第二行");
        assertThat(question.body())
                .isEqualTo(new Body.Single(List.of(new Option("A", "对", "好#的"), new Option("B", "错", "")), "A"));
        assertThat(question.explanation()).isEqualTo("解析:\n如此");
        var what = question.classification();
        assertThat(what.subject()).isEqualTo("公务员法");
        assertThat(what.topic()).isEqualTo("总则");
        assertThat(what.point()).isEqualTo("条件");
        assertThat(what.difficulty()).isEqualTo(2);
        assertThat(what.basis()).contains(Basis.parse("公务员法/26/1"));
        assertThat(what.source()).isEqualTo("旧题库");
        assertThat(question.state()).isEqualTo(QuestionState.DRAFT);
    }

    @Test
    void readsTrueAndFalseInAllForms() {
        assertThat(one("甲{T}").body()).isEqualTo(new Body.TrueFalse(true));
        assertThat(one("甲{ false }").body()).isEqualTo(new Body.TrueFalse(false));
        assertThat(one("甲{TRUE#不对#对了####总的}").body()).isEqualTo(new Body.TrueFalse(true, "不对", "对了"));
        assertThat(one("甲{F####总的}").explanation()).isEqualTo("总的");
    }

    @Test
    void readsShortAnswersAndTheMissingWordForm() {
        assertThat(one("几天{=30 =三十}").body()).isEqualTo(new Body.FillIn(List.of(new Body.Blank(List.of("30", "三十")))));
        var missing = one("中国的首都是{=北京 ~上海}市。");
        assertThat(missing.stem()).isEqualTo("中国的首都是______市。");
        assertThat(missing.body()).isEqualTo(new Body.Single(Option.of("北京", "上海"), "A"));
    }

    @Test
    void readsWeightsOverSeveralLinesAndHtml() {
        var question = one("[html]<p>下列<b>正确</b>的&lt;有&gt;</p>{\n\n~%50%甲\n~%-100%乙\n\n~%50%丙}");
        assertThat(question.stem()).isEqualTo("下列正确的<有>");
        assertThat(question.body()).isEqualTo(new Body.Multiple(Option.of("甲", "乙", "丙"), List.of("A", "C")));
    }

    @Test
    void questionsWithoutIdsAreNamedByWhatTheyAsk() {
        var first = one("甲{=乙 ~丙}").id();
        assertThat(one("\n// 备注\n甲 {=乙\n~丙}").id()).isEqualTo(first);
        assertThat(one("甲{=乙 ~丁}").id()).isNotEqualTo(first);
    }

    @Test
    void questionsMayFollowWithoutBlankLines() {
        var reading = read("::a::甲{T}\n::b::乙{F}\n// [id:c]\n丙{T}");
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.understood()).extracting(Reading.Read::row).containsExactly(1, 2, 4);
    }

    @Test
    void eachQuestionThatIsNotUnderstoodIsRefusedByItsLine() {
        refused("甲{}", 1, "giftEssay");
        refused("\n\n甲{#3:2}", 3, "giftNumeric");
        refused("甲{=一 -> 1 =二 -> 2 =三 -> 3}", 1, "giftMatching");
        refused("只是说明", 1, "giftNoAnswers");
        refused("甲{=乙 ~丙", 1, "giftNotClosed");
        refused("甲{乙}", 1, "giftNoMark");
        refused("甲{=乙 =丙 ~丁}", 1, "giftSeveralRight");
        refused("::甲{=乙 ~丙}", 1, "giftTitle");
        refused("甲{=乙}{=丙}", 1, "giftTwoAnswers");
        refused("甲{~乙 ~丙}", 1, "keyMissing");
        refused("甲{=乙 ~乙}", 1, "optionTwice");
        refused("// [tag:difficulty:9]\n甲{T}", 2, "difficulty");
        refused("// [tag:basis:公务员法/x]\n甲{T}", 2, "basis");
    }

    @Test
    void aBraceLeftOpenDoesNotSwallowTheNextQuestion() {
        var reading = read("甲{\n\n乙{=一 ~二}\n\n丙{=一\n\n~二}");
        assertThat(reading.refused())
                .singleElement()
                .extracting(Reading.Finding::row)
                .isEqualTo(1);
        assertThat(reading.understood()).extracting(Reading.Read::row).containsExactly(3, 5);
    }

    @Test
    void oneIdTwiceInAFileIsRefusedOnce() {
        var reading = read("// [id:a]\n甲{T}\n\n// [id:a]\n乙{T}");
        assertThat(reading.understood()).hasSize(1);
        assertThat(reading.refused())
                .singleElement()
                .extracting(Reading.Finding::row)
                .isEqualTo(5);
    }

    @Test
    void whatIsNotKeptIsNoted() {
        assertThat(read("甲{~%70%乙 ~%30%丙 ~丁}").notes()).hasSize(1);
        assertThat(read("甲{=乙#好 =%50%丙}").notes()).hasSize(2);
        assertThat(read("// [tag:易错]\n甲{T}").notes()).hasSize(1);
        assertThat(read("[html]<img src=\"a.png\">甲{T}").notes()).hasSize(1);
    }

    @Test
    void severalBlanksAreListedAsLeftOut() {
        var question = one("甲{=乙}");
        var blank = new Body.Blank(List.of("一"));
        var two = new Question(
                question.id(),
                1,
                question.classification(),
                "______和______",
                new Body.FillIn(List.of(blank, blank)),
                "",
                QuestionState.DRAFT);
        assertThat(GiftWriter.write(List.of(two)).left()).containsExactly(question.id());
    }

    @Test
    void textIsDecodedFromTheEncodingsInUse() {
        var text = "公务员法{T}";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"), StandardCharsets.UTF_16)) {
            assertThat(Decoding.text(text.getBytes(charset))).as(charset.name()).isEqualTo(text);
        }
        assertThat(Decoding.text(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThatThrownBy(() -> Decoding.text(new byte[] {(byte) 0xFF, 0, (byte) 0xFE}))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Decoding.text(new byte[] {'a', 0, 'b'})).isInstanceOf(Refusal.class);
    }
}
