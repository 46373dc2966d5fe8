package io.zhiyong.exam;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.BrowserExtension;
import io.zhiyong.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sitting an exam on a phone: answers are kept as they are given, through a cut line and a reload. */
@ExtendWith({BrowserExtension.class, StoreExtension.class})
class SittingBrowserTest {
    private static final String SAVED = "Saved ✓";

    private ExamFixture it;
    private BrowserContext context;
    private Page page;
    private String attempt;

    @BeforeEach
    void open(Browser browser, Vertx vertx, Store store) {
        it = new ExamFixture(vertx, store);
        attempt = it.begun(ExamFixture.LI, it.published(ExamFixture.SETTING));
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 720));
        context.addCookies(List.of(new Cookie("zhiyong_session", ExamFixture.LI).setUrl(it.site.address("/"))));
        page = context.newPage();
        page.onDialog(Dialog::accept);
        page.navigate(it.site.address(attempt));
    }

    @AfterEach
    void close() {
        context.close();
        it.close();
    }

    private void choose(int number, int option) {
        page.locator("#q" + number + " label.option").nth(option).click();
    }

    private String kept(int number) {
        var item = it.site.get(ExamFixture.LI, attempt).json().at("/items/" + (number - 1));
        var chosen = new StringBuilder();
        item.at("/options").forEach(option -> {
            if (option.at("/chosen").asBoolean()) {
                chosen.append(option.at("/letter").asText());
            }
        });
        item.at("/blanks").forEach(blank -> chosen.append(blank.at("/text").asText()));
        return chosen.toString();
    }

    private void stateIs(String words) {
        assertThat(page.locator("[data-part=state]")).containsText(words);
    }

    @Test
    void answersAreKeptAsTheyAreGivenAndHandedIn() {
        choose(1, 1);
        choose(4, 0);
        choose(4, 2);
        page.locator("#q7 input[type=text]").fill("三十日");
        page.locator("#q2 input[name=flagged]").check();
        stateIs(SAVED);
        assertThat(page.locator("[data-cell='7']")).hasClass(java.util.regex.Pattern.compile("is-answered"));
        assertThat(page.locator("[data-cell='2']")).hasClass(java.util.regex.Pattern.compile("is-flagged"));
        page.click(".form-actions button");
        page.waitForURL("**/submit");
        assertThat(kept(1) + kept(4) + kept(7)).isEqualTo("BAC三十日");
        assertThat(page.locator(".notice.is-warn")).containsText("Question 3");
        page.click("form.button-row button");
        page.waitForURL("**/result");
        assertThat(page.locator("section.question")).hasCount(7);
        assertThat(page.locator(".explanation-source").first()).containsText("《");
    }

    @Test
    void aCutLineLosesNothing() {
        choose(1, 0);
        stateIs(SAVED);
        context.setOffline(true);
        choose(1, 2);
        choose(2, 1);
        stateIs("No connection");
        assertThat(kept(1)).isEqualTo("A");
        context.setOffline(false);
        stateIs(SAVED);
        assertThat(kept(1) + kept(2)).isEqualTo("CB");
    }

    @Test
    void whatWasNotSentBeforeAReloadIsSentAfterIt() {
        page.route("**/answers", route -> route.abort());
        choose(3, 3);
        stateIs("No connection");
        page.unroute("**/answers");
        page.reload();
        page.waitForFunction("() => Object.keys(localStorage).length === 0");
        assertThat(kept(3)).isEqualTo("D");
        assertThat(page.locator("#q3 input[type=radio]").nth(3)).isChecked();
    }

    @Test
    void anAttemptThatEndedElsewhereLeadsToItsResult() {
        it.site.json(ExamFixture.LI, "POST", attempt + "/submit");
        choose(1, 0);
        page.waitForURL("**/result");
        assertThat(page.locator("h1")).containsText("Civil Service Law test");
    }

    @Test
    void thePageFitsAPhoneAndCountsDown() {
        var wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        assertThat(wider).isEqualTo(false);
        assertThat(page.locator("[data-part=clock]")).hasText(java.util.regex.Pattern.compile("(1:00:00|59:\\d\\d)"));
    }
}
