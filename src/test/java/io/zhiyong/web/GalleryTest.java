package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.zhiyong.testkit.BrowserExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every component of docs/style.md, in the real layout, in a browser: nothing wider than the screen, no complaint of axe or of
 * the content security policy. The pictures are left in {@code target/gallery} for people to look at.
 */
@ExtendWith(BrowserExtension.class)
class GalleryTest {
    private static final Pattern SAMPLE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "360, LIGHT, normal",
        "360, DARK, large",
        "768, LIGHT, large",
        "1280, LIGHT, normal",
        "1280, DARK, normal"
    })
    void everyComponentFitsAndIsAccessible(int width, ColorScheme theme, String type, Browser browser)
            throws IOException {
        try (var gallery = new Gallery();
                var context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(theme)
                        .setReducedMotion(ReducedMotion.REDUCE))) {
            var page = context.newPage();
            page.addInitScript("localStorage.setItem('zhiyong.type', '" + type + "')");
            gallery.show(page, samples());
            page.waitForSelector(".chart canvas");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/gallery/%d-%s-%s.png".formatted(width, theme, type))));
            assertThat(gallery.complaints()).isEmpty();
            assertThat(tooWide(page)).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    private static String samples() throws IOException {
        return SAMPLE.matcher(Files.readString(Path.of("docs/style.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("<hr>"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> tooWide(Page page) {
        return (List<String>) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth ? [] : "
                + "[...document.querySelectorAll('body *')]"
                + ".filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)"
                + ".map(element => element.tagName + '.' + element.getAttribute('class'))");
    }
}
