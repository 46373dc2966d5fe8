package io.zhiyong.web;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.testkit.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door, the two forms of an answer, and what becomes of bad requests. */
class WebTest {
    private static Vertx vertx;
    private static Site site;

    record Greeting(String name, int times, List<String> tags) {
        Greeting {
            if (name == null || name.isBlank()) {
                throw Refusal.invalid("name", "refusal.blank");
            }
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        var routes = new Routes("test")
                .get(
                        "/seen",
                        Access.signedIn(),
                        Greeting.class,
                        call -> Future.succeededFuture(
                                Reply.page("web/error", problem(call.visitor().name()))))
                .post(
                        "/greetings",
                        Access.signedIn(),
                        Greeting.class,
                        Greeting.class,
                        (call, greeting) -> Future.succeededFuture(Reply.created("/greetings/1", greeting)))
                .get(
                        "/managed",
                        Access.role(Role.MANAGER),
                        Greeting.class,
                        call -> Future.succeededFuture(Reply.page("web/error", problem("m"))))
                .get("/broken", Access.anyone(), Greeting.class, call -> {
                    throw new IllegalStateException("secret detail");
                })
                .get(
                        "/gone",
                        Access.anyone(),
                        Greeting.class,
                        call -> Future.failedFuture(Refusal.conflict("refusal.form")))
                .get(
                        "/late",
                        Access.anyone(),
                        Greeting.class,
                        call -> Future.succeededFuture(Reply.page("no/such/template", problem("x"))));
        site = Site.open(vertx, Clock.systemUTC(), routes);
    }

    private static Errors.ProblemView problem(String title) {
        return new Errors.ProblemView("t", title, 200, "<script>", List.of(), "");
    }

    @AfterAll
    static void close() {
        site.close();
        await(vertx.close());
    }

    @Test
    void oneViewIsPageAndJson() {
        var page = site.page("li", "/seen");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text())
                .contains("<h1>li</h1>")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(site.get("li", "/seen").json().get("title").asText()).isEqualTo("li");
    }

    @Test
    void everyAnswerForbidsInlineScript() {
        assertThat(site.page("li", "/seen").header("content-security-policy")).contains("default-src 'self'");
        assertThat(site.page("li", "/nowhere").header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void nobodyIsSentToSignInAndToldSoAsAProgram() {
        var page = site.page("", "/seen?x=1");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("location")).isEqualTo("/sign-in?back=%2Fseen%3Fx%3D1");
        var json = site.get("", "/seen");
        assertThat(json.status()).isEqualTo(401);
        assertThat(json.header("www-authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aRoleIsAskedFor() {
        assertThat(site.get("li", "/managed").status()).isEqualTo(403);
        assertThat(site.get("li:manager@u-1", "/managed").status()).isEqualTo(200);
    }

    @Test
    void jsonAndFormsFillTheSameRecord() {
        var json = site.json("li", "POST", "/greetings", "{\"name\":\"a\",\"times\":2,\"tags\":[\"x\",\"y\"]}");
        assertThat(json.status()).isEqualTo(201);
        assertThat(json.header("location")).isEqualTo("/greetings/1");
        var form = site.form("li", "/greetings", "name=a", "times=2", "tags=x", "tags=y");
        assertThat(form.status()).isEqualTo(303);
    }

    @Test
    void whatIsWrongIsNamed() {
        var blank = site.json("li", "POST", "/greetings", "{\"name\":\" \",\"times\":2}");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.header("content-type")).isEqualTo("application/problem+json");
        assertThat(blank.json().at("/problems/0/where").asText()).isEqualTo("name");
        assertThat(problemAt("{\"name\":\"a\",\"times\":\"many\"}")).isEqualTo("times");
        assertThat(problemAt("{\"name\":\"a\",\"times\":1,\"extra\":1}")).isEqualTo("extra");
        assertThat(problemAt("{\"name\":\"a\",\"times\":1,\"tags\":[{}]}")).isEqualTo("tags[0]");
    }

    private static String problemAt(String body) {
        var answer = site.json("li", "POST", "/greetings", body);
        assertThat(answer.status()).isEqualTo(422);
        return answer.json().at("/problems/0/where").asText();
    }

    @Test
    void malformedBodiesAreRefusedNotFailed() {
        for (var body : List.of(
                "", "{", "[]", "null", "{\"name\":1", "\u0000", "{\"name\":\"a\",\"name\":\"b\",\"times\":1}")) {
            assertThat(site.json("li", "POST", "/greetings", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
    }

    @Test
    void otherContentTypesAreRefused() {
        var request =
                site.request("/greetings").POST(BodyPublishers.ofString("<a/>")).header("Content-Type", "text/xml");
        assertThat(site.send("li", request).status()).isEqualTo(415);
    }

    @Test
    void tenMegabytesAreRefused() {
        var request = site.request("/greetings")
                .POST(BodyPublishers.ofString("x".repeat(10 << 20)))
                .header("Content-Type", "application/json");
        assertThat(site.send("li", request).status()).isEqualTo(413);
    }

    @Test
    void aFormOfACookieSessionNeedsItsToken() {
        assertThat(cookieForm("name=a&times=1").status()).isEqualTo(403);
        assertThat(cookieForm("name=a&times=1&_csrf=0000").status()).isEqualTo(403);
        assertThat(cookieForm("name=a&times=1&_csrf=" + Csrf.tokenOf("li")).status())
                .isEqualTo(303);
    }

    private static Site.Answer cookieForm(String body) {
        return site.send(
                "",
                site.request("/greetings")
                        .POST(BodyPublishers.ofString(body))
                        .header("Accept", "text/html")
                        .header("Cookie", Door.COOKIE + "=li")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var request = site.request("/greetings")
                .POST(BodyPublishers.ofString("name=a&times=1&_csrf=" + Csrf.tokenOf("li")))
                .header("Origin", "https://elsewhere.example")
                .header("Cookie", Door.COOKIE + "=li")
                .header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(site.send("", request).status()).isEqualTo(403);
    }

    @Test
    void ourOwnFaultsTellNothingButAReference() {
        var answer = site.page("", "/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret detail");
        assertThat(site.get("", "/broken").json().get("reference").asText()).isNotBlank();
    }

    @Test
    void aTemplateThatFailsStillAnswers() {
        assertThat(site.page("", "/late").status()).isEqualTo(500);
    }

    @Test
    void refusalsHaveTheirStatus() {
        assertThat(site.get("", "/gone").status()).isEqualTo(409);
        assertThat(site.get("", "/nowhere").status()).isEqualTo(404);
        assertThat(site.page("li", "/nowhere").text()).contains("404");
    }

    @Test
    void assetsAreCachedForGoodOnlyUnderTheirHash() {
        var address = new Assets().address("css/base.css");
        assertThat(site.page("", address).header("cache-control")).contains("immutable");
        assertThat(site.page("", "/static/css/base.css?v=0").header("cache-control"))
                .contains("no-cache");
        for (var bad :
                List.of("/static/../logback.xml", "/static/%2e%2e/logback.xml", "/static/css", "/static/lib/x/y.js")) {
            assertThat(site.page("", bad).status()).as(bad).isEqualTo(404);
        }
    }
}
