package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.zhiyong.testkit.BrowserExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small scripts of every page, as a reader meets them. */
@ExtendWith(BrowserExtension.class)
class BehavioursTest {
    private static final String DISPLAY = "[data-behaviour~=theme]";

    private final Gallery gallery = new Gallery();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open(Browser browser) {
        context = browser.newContext();
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
        gallery.close();
    }

    @Test
    void themeAndTypeAreRememberedAndSetBeforeTheFirstPaint() {
        gallery.show(page, "<h1>x</h1>");
        page.click(DISPLAY + " summary");
        page.click("[data-theme-choice=dark]");
        page.click("[data-type-choice=large]");
        page.reload();
        assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
        assertThat(page.getAttribute("html", "data-type")).isEqualTo("large");
        page.click(DISPLAY + " summary");
        page.click("[data-theme-choice=auto]");
        assertThat(page.getAttribute("html", "data-theme")).isNull();
        assertThat(gallery.complaints()).isEmpty();
    }

    @Test
    void escapeClosesAMenuAndGivesTheFocusBack() {
        gallery.show(page, "<h1>x</h1>");
        page.click(DISPLAY + " summary");
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator(DISPLAY)).not().hasAttribute("open", "");
        PlaywrightAssertions.assertThat(page.locator(DISPLAY + " summary")).isFocused();
    }

    @Test
    void aDestructiveFormIsSentOnlyAfterAYes() {
        gallery.show(
                page,
                "<h1>x</h1><form id='f' action='/sent' data-behaviour='confirm' data-title='Void?'>"
                        + "<button class='button' name='what' value='paper'>Void</button></form>");
        page.click("#f button");
        page.click("dialog [value=no]");
        PlaywrightAssertions.assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.url()).endsWith("/gallery");
        page.click("#f button");
        page.click("dialog [value=yes]");
        page.waitForURL("**/sent?what=paper");
    }

    @Test
    void aCodeIsCopied() {
        gallery.show(
                page,
                "<h1 id='code'>738 206</h1>"
                        + "<button data-behaviour='copy' data-from='#code' data-done='done' hidden>copy</button>"
                        + "<label>x <textarea id='paste'></textarea></label>");
        page.click("[data-behaviour=copy]");
        PlaywrightAssertions.assertThat(page.locator("[data-behaviour=copy]")).hasText("done");
        page.focus("#paste");
        page.keyboard().press("Control+V");
        assertThat(page.inputValue("#paste")).isEqualTo("738 206");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bar", "rows", "line", "stack", "share", "radar", "scatter"})
    void everyKindOfChartIsDrawnUnderThePolicy(String kind) {
        var values = kind.equals("scatter") ? "[[1,2],[3,4]]" : "[1,null]";
        gallery.show(
                page,
                "<h1>x</h1><figure class='chart' data-behaviour='chart'><script type='application/json'>{\"kind\":\""
                        + kind
                        + "\",\"categories\":[\"a\",\"b\"],\"target\":2,\"max\":5,\"unit\":\"h\",\"series\":"
                        + "[{\"name\":\"s\",\"values\":" + values + "},{\"name\":\"r\",\"values\":" + values + "}]}"
                        + "</script><div class='chart-canvas'></div><details class='chart-table' open></details></figure>");
        page.waitForSelector(".chart canvas");
        page.hover(".chart-canvas");
        PlaywrightAssertions.assertThat(page.locator(".chart-table")).not().hasAttribute("open", "");
        assertThat(gallery.complaints()).isEmpty();
    }
}
