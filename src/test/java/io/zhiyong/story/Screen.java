package io.zhiyong.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.zhiyong.base.Json;
import java.nio.file.Path;
import java.util.List;

/** One person's window onto the product. */
record Screen(Page page, String address) {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    Screen go(String path) {
        page.navigate(address + path);
        return this;
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    /** Follows a link of the page's content, or of its menu, to a path. */
    void follow(String path) {
        page.locator("a[href='" + path + "']:visible").first().click();
        page.waitForURL(address + path + "**");
    }

    /** Presses the button of the form that posts there, and is on the page that comes of it. */
    void press(String action) {
        page.evaluate("() => { window.before = true; }");
        page.locator("form[action='" + action + "'] button").last().click();
        page.waitForFunction("() => !window.before");
    }

    String path() {
        return page.url().substring(address.length());
    }

    /** What a page says, as its JSON twin. */
    JsonNode json(String path) {
        var accept = RequestOptions.create().setHeader("Accept", "application/json");
        return Json.read(page.request().get(address + path, accept).text(), JsonNode.class);
    }

    /** Everybody can use it, and it fits. */
    Screen sound() {
        var violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations).as("axe at " + page.url()).isEmpty();
        var wider = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wider).as(page.url() + " scrolls sideways").isEqualTo(false);
        return this;
    }

    Screen picture(String name) {
        var file = Path.of("target", "story", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setTimeout(Screens.PATIENCE));
        return this;
    }
}
