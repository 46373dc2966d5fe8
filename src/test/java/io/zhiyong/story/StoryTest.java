package io.zhiyong.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.zhiyong.testkit.BrowserExtension;
import io.zhiyong.testkit.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line on one server with the demonstration organization, as its people walk it in a real browser: study, test, contest,
 * record, credit, completion, appraisal. Each step stands on the one before.
 */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COURSE = "/courses/gongwuyuan-fa-rumen";
    private static final String TEST = "/exams/falv-zhishi";
    private static final int LESSONS = 5;
    private static final int MOST_RESIDENT = 512;

    @TempDir
    static Path data;

    private Server server;
    private Screens screens;
    private Screen phone;
    private Screen organizer;
    private Screen manager;
    private AnswerKey key;

    @BeforeAll
    void start(Browser browser) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Screens.PATIENCE);
        var begun = System.nanoTime();
        server = Server.start(data, 0, "--demo");
        screens = new Screens(browser, server.address());
        phone = screens.phone("cadre1");
        var took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("story: from start to the first page %d ms%n", took.toMillis());
        organizer = screens.desk("organizer1");
        key = new AnswerKey(organizer);
    }

    @AfterAll
    void stop() {
        screens.close();
        server.close();
    }

    @Test
    @Order(1)
    void homeShowsWhatIsDueTheCreditAndWhatIsOn() {
        assertThat(phone.see(".hero-credit")).isVisible();
        assertThat(phone.see("li.due-item").first()).isVisible();
        assertThat(phone.see("section.now a[href='" + TEST + "']")).isVisible();
        phone.sound().picture("home-phone");
    }

    @Test
    @Order(2)
    void aCourseIsLeftOnOneDeviceAndCompletedOnAnother() {
        phone.follow(COURSE);
        phone.sound().see(".page-actions a.is-main").click();
        answerCheckpoint(phone, 1);
        phone.follow(COURSE + "/lessons/2");
        phone.sound().picture("lesson-phone");
        phone.page().waitForResponse("**/position", () -> phone.page().mouse().wheel(0, 500));
        var desk = screens.desk("cadre1");
        desk.see(".hero-actions a.is-main").click();
        desk.page().waitForURL("**" + COURSE + "/lessons/2");
        desk.page().waitForFunction("() => window.scrollY > 0");
        desk.picture("lesson");
        for (int lesson = 2; lesson <= LESSONS; lesson++) {
            desk.go(COURSE + "/lessons/" + lesson);
            answerCheckpoint(desk, lesson);
        }
        desk.go(COURSE + "/completion");
        assertThat(desk.see(".stat.is-ok .stat-note").first()).not().isEmpty();
        desk.sound().go("/credits");
        assertThat(desk.see("tr[id^=line-] a[href^='/records/']").first()).isVisible();
        assertThat(desk.see("tr[id^=line-] code").first()).containsText("/");
        desk.sound();
    }

    private void answerCheckpoint(Screen screen, int lesson) {
        var questions = screen.see("#checkpoint fieldset.question");
        assertThat(questions.first()).isVisible();
        questions.all().forEach(key::answer);
        screen.press(COURSE + "/lessons/" + lesson + "/checkpoint");
        assertThat(screen.see("#checkpoint .notice.is-ok, .stat.is-ok").first()).isVisible();
    }

    @Test
    @Order(3)
    void aTestOutlivesTheServerThatItIsSatOn() {
        server.await(Pattern.compile("the demonstration is complete"), Duration.ofMinutes(5));
        phone.go("/").follow(TEST);
        phone.press(TEST + "/attempts");
        phone.page().waitForURL("**/attempts/*");
        var questions = phone.see("fieldset.question").all();
        assertThat(questions).hasSize(20);
        questions.subList(0, 9).forEach(key::answer);
        isSaved(9);
        phone.sound().picture("sitting-phone");
        screens.lineIsCut(true);
        server.kill();
        questions.get(9).locator("label.option").first().click();
        assertThat(phone.see("[data-part=state]")).containsText(said("data-offline"));
        server = Server.start(data, server.port(), "--demo");
        isSaved(10);
        screens.lineIsCut(false);
        phone.page().reload();
        assertThat(phone.see("[data-part=answered]")).hasText("10");
        for (int n = 9; n < questions.size(); n++) {
            uncheck(n);
            key.answer(phone.see("fieldset.question").nth(n));
        }
        isSaved(20);
        handIn();
    }

    /** What was pressed blindly while the server was dead is no part of what the key says. */
    private void uncheck(int number) {
        phone.see("fieldset.question")
                .nth(number)
                .locator(".options input[type=checkbox]:checked")
                .all()
                .forEach(box -> box.uncheck());
    }

    private void isSaved(int answered) {
        assertThat(phone.see("[data-part=answered]")).hasText(String.valueOf(answered));
        assertThat(phone.see("[data-part=state]")).containsText(said("data-saved"));
    }

    private String said(String attribute) {
        return phone.see("[data-behaviour=attempt]").getAttribute(attribute);
    }

    private void handIn() {
        phone.see(".form-actions button").click();
        phone.page().waitForURL("**/submit");
        phone.sound().see("form.button-row button").click();
        phone.page().waitForURL("**/result");
        assertThat(phone.see(".stat.is-ok .stat-figure").first()).containsText("100");
        assertThat(phone.see("section.question .verdict.is-right")).hasCount(20);
        assertThat(phone.see(".explanation > p:first-child")).hasCount(20);
        assertThat(phone.see(".explanation-source")).hasCount(20);
        phone.sound().picture("result-phone");
    }

    @Test
    @Order(4)
    void aContestIsPlayedOnTheBigScreenAndOnPhones() {
        new ContestEvening(screens, key, organizer).play();
    }

    @Test
    @Order(5)
    void theBoardLeadsFromTheOrganizationToASingleRecord() throws IOException {
        manager = screens.desk("manager1");
        screens.desk("cadre1").sound().picture("home");
        manager.see("a[href='/completion']").first().click();
        manager.page().waitForURL("**/units/u-root/completion");
        assertThat(manager.see("section[aria-labelledby=late] tbody tr").first())
                .isVisible();
        manager.sound().picture("board");
        manager.see("a.row-title[href='/units/u-gonggong/completion']").click();
        manager.page().waitForURL("**/units/u-gonggong/completion");
        assertThat(manager.see("a[href='/people/cadre1/records']").first()).isVisible();
        manager.sound();
        inExcel();
        manager.follow("/people/cadre1/records");
        manager.sound().see(".timeline-title a").first().click();
        assertThat(manager.see("[aria-labelledby=proof] dl")).isVisible();
        manager.sound();
    }

    private void inExcel() throws IOException {
        var file = manager.page()
                .waitForDownload(
                        () -> manager.see("a[href*='completion.xlsx']").first().click())
                .path();
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            var rows = book.getFirstSheet().read();
            var row = rows.stream()
                    .filter(each -> each.getCellText(1).equals("周晓岚"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rows.get(1).getCellText(3)).startsWith("公务员法入门");
            assertThat(row.getCellAsDate(3).orElseThrow().toLocalDate())
                    .isBetween(
                            LocalDate.now(ZONE).minusDays(1),
                            LocalDate.now(ZONE).plusDays(1));
        }
    }

    @Test
    @Order(6)
    void anAppraisalIsComputedOpenedPublishedAndReviewed() {
        var days = new AppraisalDays(manager);
        days.compute();
        days.evaluate();
        days.openNumbers();
        days.publish(LocalDate.now(ZONE).plusDays(21));
        days.askForReview(phone);
        assertThat(screens.complaints()).isEmpty();
    }

    @Test
    @Order(7)
    void everythingFollowsFromItsEvidence() {
        assertThat(Server.run("verify", "--data", data.toString())).isZero();
        var resident = server.residentMegabytes();
        System.out.printf("story: %d MiB resident after it%n", resident);
        server.close();
        assertThat(Server.run("rebuild", "--data", data.toString())).isZero();
        assertThat(resident).isLessThanOrEqualTo(MOST_RESIDENT);
    }
}
