package io.zhiyong.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.Vertx;
import io.zhiyong.testkit.Await;
import io.zhiyong.testkit.Site;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a piece of HTML in the real layout, under the real content security policy, and notes what the browser complains of. */
final class Gallery implements AutoCloseable {
    private static final String PATH = "/gallery";
    private static final Pattern MAIN = Pattern.compile("(<main[^>]*>).*(</main>)", Pattern.DOTALL);
    private static final Pattern ICON = Pattern.compile("\\{\\{> shared/_icon name=\"([a-z-]+)\"}}");
    private static final String DRAWN =
            "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/static/img/icons.svg#$1\"></use></svg>";

    private final Vertx vertx = Vertx.vertx();
    private final Site site = Site.open(vertx, Clock.systemUTC());
    private final List<String> complaints = new ArrayList<>();

    /** Opens the page of an unknown address, whose content makes room for the sample. */
    void show(Page page, String sample) {
        var answer = site.page("", PATH);
        var body = MAIN.matcher(answer.text())
                .replaceFirst(
                        "$1" + Matcher.quoteReplacement(ICON.matcher(sample).replaceAll(DRAWN)) + "$2");
        page.route(
                site.address(PATH),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setHeaders(Map.of("Content-Security-Policy", answer.header("content-security-policy")))
                        .setBody(body)));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(site.address(PATH));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        site.close();
        Await.await(vertx.close());
    }
}
