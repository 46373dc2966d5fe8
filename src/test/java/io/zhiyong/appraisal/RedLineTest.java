package io.zhiyong.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "年度在线学习时长",
                "学 习·时 长",
                "学習時長",
                "观看课程的累计在线时间",
                "每日打卡次数",
                "手机签到率",
                "连续登录天数",
                "平台登陆次数",
                "文章点赞量",
                "转发量",
                "网络投票数",
                "学习积分排名",
                "单位学习排行榜",
                "活跃度",
                "课程浏览量",
                "Minutes online",
                "Study duration (hours)",
                "Number of log-ins",
                "ＬＩＫＥＳ received",
                "Points ranking on the leader-board"
            })
    void forbiddenNamesAreRefused(String name) {
        assertThatThrownBy(() -> scheme(Text.of(name), "各处室评价"))
                .isInstanceOf(Refusal.Invalid.class)
                .extracting(refusal -> ((Refusal) refusal).problems().get(0))
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo("indicators[0]");
                    assertThat(problem.key()).startsWith("appraisal.redLine.");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "网络自学学时",
                "年度学时达标情况",
                "党员集中学习学时",
                "闭卷测验成绩",
                "应知应会考试通过情况",
                "参加知识竞赛次数",
                "集中学习出勤",
                "外出参观学习",
                "政治素质评价",
                "服务对象满意度（抽样测评）",
                "民主测评得票率",
                "工作实绩",
                "调研成果质量",
                "授课讲党课",
                "廉洁自律情况",
                "Credit hours against the requirement",
                "Test results",
                "Study visits attended",
                "Share of duties met in time",
                "Interviews with those served, by sample"
            })
    void lawfulNamesPass(String name) {
        assertThat(scheme(Text.of(name), "处室负责人").indicators()).hasSize(1);
    }

    /** The refusal holds wherever the words stand: the English name, the note about who evaluates, the title, the id. */
    @Test
    void theWordsAreFoundInEveryField() {
        assertThatThrownBy(() -> scheme(Text.of("学习情况", "Hours spent on the platform"), ""))
                .hasMessageContaining("appraisal.redLine.duration");
        assertThatThrownBy(() -> scheme(Text.of("学习情况"), "按点赞数打分")).hasMessageContaining("appraisal.redLine.likes");
        var indicator = indicator("login-count", Text.of("学习情况"), "");
        assertThatThrownBy(() -> new Scheme(Text.of("年度考核"), List.of(indicator), Grading.shipped()))
                .hasMessageContaining("appraisal.redLine.logins");
        var lawful = indicator("study", Text.of("学习情况"), "");
        assertThatThrownBy(() -> new Scheme(Text.of("积分制考核"), List.of(lawful), Grading.shipped()))
                .hasMessageContaining("appraisal.redLine.ranking");
    }

    @Test
    void allCrossingsAreToldAtOnce() {
        var two = List.of(indicator("a", Text.of("点赞"), ""), indicator("b", Text.of("转发"), ""));
        assertThatThrownBy(() -> new Scheme(Text.of("年度考核"), two, Grading.shipped()))
                .extracting(refusal -> ((Refusal) refusal).problems().size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STUDY_DURATION", "ONLINE_TIME", "LOGIN_COUNT", "LIKES", "POINTS_RANKING", "CHECK_INS", "学习时长"})
    void forbiddenSourcesAreRefusedByName(String source) {
        assertThatThrownBy(() -> RedLine.source("source", source)).hasMessageContaining("appraisal.redLine.");
    }

    @Test
    void lawfulSourcesAreTheClosedList() {
        for (var source : Source.values()) {
            assertThat(RedLine.source("source", source.name())).isEqualTo(source);
        }
        assertThatThrownBy(() -> RedLine.source("source", "WEATHER")).hasMessageContaining("appraisal.refusal.source");
    }

    /** Each refusal cites the norm and names the substitute, in both languages. */
    @Test
    void everyRefusalCitesTheNormAndOffersASubstitute() throws Exception {
        for (var language : List.of("zh_CN", "en")) {
            var messages = new Properties();
            try (var in = getClass().getResourceAsStream("/messages/appraisal_" + language + ".properties")) {
                messages.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            }
            for (var forbidden : Forbidden.values()) {
                var key = "appraisal.redLine." + forbidden.name().toLowerCase(java.util.Locale.ROOT);
                var substitute = messages.getProperty("appraisal.source." + forbidden.substitute());
                assertThat(messages.getProperty(key))
                        .as(key)
                        .contains("国办函〔2026〕12号")
                        .contains("{0}")
                        .contains(substitute);
            }
        }
    }

    @Test
    void noSourceIsAForbiddenOne() {
        assertThat(Arrays.stream(Source.values()).map(Source::name))
                .allSatisfy(name -> assertThat(RedLine.in(name)).isEmpty());
    }

    private static Scheme scheme(Text name, String of) {
        return new Scheme(Text.of("年度考核"), List.of(indicator("i1", name, of)), Grading.shipped());
    }

    private static Indicator indicator(String id, Text name, String of) {
        return new Indicator(
                id,
                name,
                Dimension.DILIGENCE,
                BigDecimal.TEN,
                Indicator.Yardstick.of(Source.EVALUATION, of, Formula.proportion("100")));
    }
}
