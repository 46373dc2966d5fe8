package io.zhiyong.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

/** This year's appraisal of one unit, from the evaluation typed in to the review asked for. */
final class AppraisalDays {
    private static final String PERSON = "/people/cadre1";
    private static final String BASIS = "全年民生实事项目验收材料";

    private final Screen manager;
    private String appraisal;

    AppraisalDays(Screen manager) {
        this.manager = manager;
    }

    /** Computes it from the records. */
    void compute() {
        manager.go("/").follow("/appraisals");
        manager.see("section[aria-labelledby=managed] a.row-title").first().click();
        appraisal = manager.path();
        manager.press(appraisal + "/computation");
        assertThat(manager.see("tbody tr").first()).isVisible();
        assertThat(manager.see("thead th.number").count()).isGreaterThanOrEqualTo(5);
        manager.sound().picture("appraisal-board");
    }

    /** Types in what people judge, with what it rests on, and computes again. */
    void evaluate() {
        manager.follow(appraisal + PERSON);
        manager.page().fill("#v-work", "87.5");
        manager.page().fill("#b-work", BASIS);
        manager.press(appraisal + "/evaluations");
        manager.go(appraisal).press(appraisal + "/computation");
        manager.follow(appraisal + PERSON);
        assertThat(manager.see("section[aria-labelledby=work]")).containsText("87.5");
        manager.sound().picture("appraisal-person");
    }

    /** What comes from records leads down to a statement; what people judged, to its basis and to who typed it in. */
    void openNumbers() {
        for (var indicator : List.of("credit", "tests", "contest")) {
            var section = manager.see("section[aria-labelledby=" + indicator + "]");
            assertThat(section.locator("details > p").first()).not().isEmpty();
            section.locator("a[href^='/records/']").first().click();
            manager.page().waitForURL("**/records/*");
            assertThat(manager.see("[aria-labelledby=proof]")).isVisible();
            manager.page().goBack();
        }
        assertThat(manager.see("section[aria-labelledby=work] tbody")).containsText(BASIS);
    }

    void publish(LocalDate until) {
        manager.go(appraisal).page().fill("#until", until.toString());
        manager.press(appraisal + "/publication");
        assertThat(manager.see("dl.facts code").first()).isVisible();
    }

    /** He sees his own and nobody else's. */
    void askForReview(Screen cadre) {
        cadre.go("/appraisals");
        cadre.see("section[aria-labelledby=own] a.row-title").first().click();
        assertThat(cadre.path()).isEqualTo(appraisal + PERSON);
        cadre.sound();
        cadre.page().fill("#text", "五月参加的竞赛未计入，请核对。");
        cadre.press(appraisal + "/reviews");
        assertThat(cadre.see(".timeline-item.is-now")).isVisible();
        assertThat(cadre.page()
                        .request()
                        .get(cadre.address() + appraisal + "/people/cadre2")
                        .status())
                .isEqualTo(403);
    }
}
