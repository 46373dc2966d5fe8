package io.zhiyong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class SignInTest {
    private OrgFixture fixture;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new OrgFixture(vertx, store).populated();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aProgramGetsATokenThatOpensTheDoor() {
        var answer = fixture.signIn(" ADMIN ", OrgFixture.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        var token = answer.json().get("token").asText();
        assertThat(fixture.site.get(token, "/people").status()).isEqualTo(200);
    }

    @Test
    void aBrowserGetsACookieOutOfReachOfScript() {
        var answer = fixture.site.form("", "/sign-in", "account=anna", "password=correct+horse+battery", "back=/me");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/me");
        assertThat(answer.header("Set-Cookie"))
                .containsIgnoringCase("zhiyong_session=")
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax");
    }

    @Test
    void wrongPasswordAndUnknownAccountAnswerAlike() {
        var wrong = fixture.signIn("anna", "not the password");
        var unknown = fixture.signIn("nobody", "not the password");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(wrong.text()).doesNotContain("anna");
    }

    @Test
    void theFormComesBackWithTheAccountAndWithoutThePassword() {
        var answer = fixture.site.form("", "/sign-in", "account=anna", "password=wrong-secret", "back=/people");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("value=\"anna\"", "value=\"/people\"")
                .doesNotContain("wrong-secret");
    }

    @Test
    void neverSendsAnybodyToAnotherSite() {
        for (var back :
                new String[] {"https://evil.example/", "//evil.example/", "/\\\\evil.example", "javascript:1"}) {
            var answer = fixture.site.form(
                    "",
                    "/sign-in",
                    "account=anna",
                    "password=correct+horse+battery",
                    "back=" + PeoplePages.escaped(back));
            assertThat(answer.header("Location")).as(back).isEqualTo("/");
        }
    }

    @Test
    void aSessionFromBeforeTheDoorIsNotCarriedThroughIt() {
        var before = fixture.token("ivan");
        var answer = fixture.site.send(
                before,
                fixture.site
                        .request("/sign-in")
                        .POST(BodyPublishers.ofString("account=anna&password=correct+horse+battery"))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.header("Set-Cookie")).contains("zhiyong_session=").doesNotContain(before);
        assertThat(fixture.site.json(before, "POST", "/sign-out", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfAStrangersChoosingOpensNothing() {
        var chosen = "A".repeat(43);
        var answer = fixture.site.send(
                "",
                fixture.site
                        .request("/sign-in")
                        .POST(BodyPublishers.ofString("account=anna&password=correct+horse+battery"))
                        .header("Cookie", "zhiyong_session=" + chosen)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).doesNotContain(chosen);
        assertThat(fixture.site.get(chosen, "/people").status()).isEqualTo(401);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var answer = fixture.site.send(
                "",
                fixture.site
                        .request("/sign-in")
                        .POST(BodyPublishers.ofString("account=anna&password=correct+horse+battery"))
                        .header("Origin", "https://evil.example")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aCookieWithoutTheFormsTokenChangesNothing() {
        var token = fixture.token("anna");
        var answer = fixture.site.send(
                "",
                fixture.site
                        .request("/sign-out")
                        .POST(BodyPublishers.noBody())
                        .header("Cookie", "zhiyong_session=" + token));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(fixture.site.get(token, "/people").status()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        var token = fixture.token("admin");
        assertThat(fixture.site.get(token, "/people").status()).isEqualTo(200);
        assertThat(fixture.site.json(token, "POST", "/sign-out", "{}").status()).isEqualTo(200);
        assertThat(fixture.site.get(token, "/people").status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndHoweverMuchItIsUsed() {
        var idle = fixture.token("admin");
        var used = fixture.token("admin");
        fixture.pass(Duration.ofHours(11));
        assertThat(fixture.site.get(used, "/people").status()).isEqualTo(200);
        fixture.pass(Duration.ofHours(2));
        assertThat(fixture.site.get(idle, "/people").status()).isEqualTo(401);
        for (int hours = 13; hours < 7 * 24 - 6; hours += 6) {
            assertThat(fixture.site.get(used, "/people").status()).isEqualTo(200);
            fixture.pass(Duration.ofHours(6));
        }
        fixture.pass(Duration.ofHours(6));
        assertThat(fixture.site.get(used, "/people").status()).isEqualTo(401);
    }

    @Test
    void fiveFailuresShutTheAccountForAWhileEvenForTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.signIn("anna", "wrong").status()).isEqualTo(422);
        }
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(429);
        assertThat(fixture.signIn("ivan", OrgFixture.PASSWORD).status()).isEqualTo(200);
        fixture.pass(Duration.ofSeconds(31));
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(200);
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void badBodiesAreRefusedByName() {
        assertThat(fixture.site
                        .json("", "POST", "/sign-in", "{\"account\":\"anna\"}")
                        .status())
                .isEqualTo(422);
        assertThat(fixture.site.json("", "POST", "/sign-in", "[]").status()).isEqualTo(422);
        assertThat(fixture.signIn("a".repeat(101), "x").status()).isEqualTo(422);
        assertThat(fixture.signIn("anna", "x".repeat(5000)).status()).isEqualTo(422);
        var odd = fixture.site.send(
                "",
                fixture.site
                        .request("/sign-in")
                        .POST(BodyPublishers.ofString("hello"))
                        .header("Content-Type", "text/plain"));
        assertThat(odd.status()).isEqualTo(415);
    }

    @Test
    void theLanguageIsKeptForThePersonAndForTheBrowser() {
        var token = fixture.token("anna");
        var answer = fixture.site.json(token, "POST", "/language", "{\"to\":\"zh-CN\",\"back\":\"/people\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).contains("zhiyong_language=zh-CN");
        assertThat(fixture.site.page(token, "/people").text()).contains("lang=\"zh-CN\"");
        assertThat(fixture.site.json("", "POST", "/language", "{\"to\":\"fr\"}").status())
                .isEqualTo(422);
    }
}
