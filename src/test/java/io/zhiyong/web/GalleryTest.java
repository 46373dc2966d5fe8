package io.zhiyong.web;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.Vertx;
import io.zhiyong.testkit.BrowserExtension;
import io.zhiyong.testkit.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    private static final Pattern ICON = Pattern.compile("\\{\\{> shared/_icon name=\"([a-z-]+)\"}}");
    private static final String DRAWN =
            "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/static/img/icons.svg#$1\"></use></svg>";
    private static final Pattern MAIN = Pattern.compile("(<main[^>]*>).*(</main>)", Pattern.DOTALL);

    private Vertx vertx;
    private Site site;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        site = Site.open(vertx, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        site.close();
        await(vertx.close());
    }

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
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE))) {
            var page = context.newPage();
            page.addInitScript("localStorage.setItem('zhiyong.type', '" + type + "')");
            show(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/gallery/%d-%s-%s.png".formatted(width, theme, type))));
            assertThat(complaints).isEmpty();
            assertThat(tooWide(page)).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    private void show(Page page) throws IOException {
        var address = site.address("/gallery");
        var body = gallery();
        var policy = site.page("", "/gallery").header("content-security-policy");
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setHeaders(Map.of("Content-Security-Policy", policy))
                        .setBody(body)));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        page.waitForSelector(".chart canvas");
    }

    /** The page of an unknown address, whose content makes room for the samples. */
    private String gallery() throws IOException {
        var samples = SAMPLE.matcher(Files.readString(Path.of("docs/style.md")))
                .results()
                .map(found -> ICON.matcher(found.group(1)).replaceAll(DRAWN))
                .collect(Collectors.joining("<hr>"));
        return MAIN.matcher(site.page("", "/gallery").text())
                .replaceFirst("$1" + Matcher.quoteReplacement(samples) + "$2");
    }

    @SuppressWarnings("unchecked")
    private static List<String> tooWide(Page page) {
        return (List<String>) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth ? [] : "
                + "[...document.querySelectorAll('body *')]"
                + ".filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)"
                + ".map(element => element.tagName + '.' + element.getAttribute('class'))");
    }
}
