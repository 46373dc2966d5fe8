package io.zhiyong.contest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.BrowserExtension;
import io.zhiyong.testkit.StoreExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An evening as people see it: the host's desk, the big screen, two phones 360 px wide. */
@Tag("browser")
@ExtendWith({StoreExtension.class, BrowserExtension.class})
class ContestBrowserTest {
    /** Time enough for three pages to be examined in the middle of a question. */
    private static final String SETUP =
            ContestSite.SETUP.replace("\"readSeconds\":0", "\"readSeconds\":0,\"answerSeconds\":300");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private ContestSite contests;
    private Browser browser;

    @BeforeEach
    void open(Vertx vertx, Store store, Browser chromium) {
        contests = new ContestSite(vertx, store);
        browser = chromium;
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        contests.close();
    }

    @Test
    void anEveningFromTheLobbyToTheResults() {
        var path = contests.lobby(SETUP);
        var host = screen(ContestSite.HOST, 1280, 800, path + "/host");
        var stage = screen(ContestSite.HOST, 1280, 720, path + "/stage");
        var one = screen("cadre1", 360, 640, path + "/play");
        var two = screen("cadre2", 360, 640, path + "/play");
        assertThat(one.locator("[data-part=you]")).containsText("1");
        assertThat(stage.locator("[data-stage=count]")).containsText("2");
        picture(stage, "contest-stage-lobby");
        next(host, "Start");
        next(host, "Show the question now");
        answered(host, stage, one, two);
        assertThat(one.locator(".verdict")).containsText("Right");
        assertThat(two.locator(".verdict")).containsText("Wrong");
        picture(one, "contest-play-reveal");
        picture(stage, "contest-stage-reveal");
        next(host, "Go on");
        assertThat(one.locator("h2")).hasText("stem 1");
        one.locator("[data-option=A]").click();
        two.locator("[data-option=B]").click();
        next(host, "Show the answer");
        next(host, "Go on");
        assertThat(stage.locator(".podium-place")).hasCount(2);
        picture(stage, "contest-stage-podium");
        next(host, "Close and write the records");
        one.locator("a[href$=results]").click();
        assertThat(one.locator("tr.is-mine")).containsText("cadre1");
        picture(one, "contest-results");
        assertThat(complaints).isEmpty();
    }

    private void answered(Page host, Page stage, Page one, Page two) {
        assertThat(one.locator("h2")).hasText("stem 0");
        one.locator("[data-option=A]").click();
        assertThat(one.locator(".answer-state")).hasText("Received");
        picture(one, "contest-play-answered");
        picture(stage, "contest-stage-question");
        picture(host, "contest-host");
        accessible(one, stage, host);
        two.reload();
        assertThat(two.locator("h2")).hasText("stem 0");
        two.locator("[data-option=B]").click();
        next(host, "Show the answer");
    }

    /** The one key, once the desk says what it would do. */
    private static void next(Page host, String step) {
        assertThat(host.locator("[data-do=advance]")).hasText(step);
        assertThat(host.locator("[data-do=advance]")).isEnabled();
        host.keyboard().press("Space");
    }

    @Test
    void anAnswerGivenWithoutANetworkIsSentAfterAReloadUnderTheSameId() {
        var path = contests.lobby(SETUP);
        var host = screen(ContestSite.HOST, 1280, 800, path + "/host");
        var phone = screen("cadre1", 360, 640, path + "/play");
        screen("cadre2", 360, 640, path + "/play");
        next(host, "Start");
        next(host, "Show the question now");
        assertThat(phone.locator("h2")).hasText("stem 0");
        phone.evaluate("() => { WebSocket.prototype.send = () => {}; }");
        phone.locator("[data-option=A]").click();
        assertThat(phone.locator(".answer-state")).hasText("Sending");
        phone.reload();
        assertThat(phone.locator(".answer-state")).hasText("Received");
    }

    @Test
    void nobodyIsLeftAloneWithAPauseOrAKick() {
        var path = contests.lobby(SETUP);
        var host = screen(ContestSite.HOST, 1280, 800, path + "/host");
        var phone = screen("cadre1", 360, 640, path + "/play");
        assertThat(host.locator("[data-part=players] .row")).hasCount(1);
        host.locator("[data-do=pause]").click();
        assertThat(phone.locator("[data-part=area]")).containsText("Paused");
        host.locator("[data-do=resume]").click();
        assertThat(phone.locator("[data-part=area]")).containsText("No. 1");
        host.locator("[data-ask=kick]").click();
        host.locator("#ask-text").fill("shouting");
        host.locator("dialog [value=yes]").click();
        assertThat(phone.locator("[data-part=area]")).containsText("Sent away");
    }

    private Page screen(String who, int width, int height, String path) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        contexts.add(context);
        context.addCookies(List.of(new Cookie("zhiyong_session", who).setUrl(contests.site.address("/"))));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(who + " " + path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(who + " " + path + ": " + error));
        page.navigate(contests.site.address(path));
        return page;
    }

    private static void accessible(Page... pages) {
        for (var page : pages) {
            var violations = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations();
            assertThat(violations).as(page.url()).isEmpty();
            var wider = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
            assertThat(wider).as(page.url() + " scrolls sideways").isEqualTo(false);
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
