package io.zhiyong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class MeTest {
    private OrgFixture fixture;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new OrgFixture(vertx, store).populated();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private int change(String token, String current, String fresh) {
        return fixture.site
                .json(token, "POST", "/me/password", "{\"current\":\"%s\",\"fresh\":\"%s\"}".formatted(current, fresh))
                .status();
    }

    @Test
    void aChangedPasswordSignsOtherDevicesOutAndKeepsThisOne() {
        var here = fixture.token("anna");
        var there = fixture.token("anna");
        assertThat(change(here, OrgFixture.PASSWORD, "a better password")).isEqualTo(200);
        assertThat(fixture.site.get(here, "/me").status()).isEqualTo(200);
        assertThat(fixture.site.get(there, "/me").status()).isEqualTo(401);
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(422);
        assertThat(fixture.signIn("anna", "a better password").status()).isEqualTo(200);
    }

    @Test
    void thePresentPasswordIsAskedForAndCannotBeGuessedHereEither() {
        var anna = fixture.token("anna");
        assertThat(change(anna, OrgFixture.PASSWORD, "short")).isEqualTo(422);
        for (int i = 0; i < 5; i++) {
            assertThat(change(anna, "wrong", "a better password")).isEqualTo(422);
        }
        assertThat(change(anna, OrgFixture.PASSWORD, "a better password")).isEqualTo(429);
        fixture.pass(Duration.ofMinutes(1));
        assertThat(change(anna, OrgFixture.PASSWORD, "a better password")).isEqualTo(200);
        assertThat(change("", "x", "a better password")).isEqualTo(401);
    }

    @Test
    void oneSeesOnesOwnDevicesAndEndsThem() {
        var here = fixture.token("anna");
        var there = fixture.token("anna");
        var sessions = fixture.site.get(here, "/me").json().get("sessions");
        assertThat(sessions).hasSize(2);
        var other = sessions.get(0).get("current").asBoolean() ? sessions.get(1) : sessions.get(0);
        var path = "/me/sessions/" + other.get("name").asText() + "/end";
        assertThat(fixture.site.json(fixture.token("ivan"), "POST", path, "{}").status())
                .isEqualTo(404);
        assertThat(fixture.site.get(there, "/me").status()).isEqualTo(200);
        assertThat(fixture.site.json(here, "POST", path, "{}").status()).isEqualTo(200);
        assertThat(fixture.site.get(there, "/me").status()).isEqualTo(401);
        assertThat(fixture.site.json("", "POST", path, "{}").status()).isEqualTo(401);
    }

    @Test
    void allOthersEndAtOnce() {
        var here = fixture.token("anna");
        var there = fixture.token("anna");
        assertThat(fixture.site
                        .json("", "POST", "/me/sessions/end-others", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(fixture.site
                        .json(here, "POST", "/me/sessions/end-others", "{}")
                        .json()
                        .get("sessions"))
                .hasSize(1);
        assertThat(fixture.site.get(there, "/me").status()).isEqualTo(401);
        assertThat(fixture.site.get(here, "/me").status()).isEqualTo(200);
    }

    @Test
    void noPageGivesASecretAway() {
        var here = fixture.token("anna");
        assertThat(fixture.site.get(here, "/me").text()).doesNotContain(here, SessionStore.keyOf(here));
    }

    @Test
    void aDeviceIsNamedAsItsOwnerKnowsIt() {
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/120 Safari/537 Edg/120"))
                .isEqualTo("Edge · Windows");
        assertThat(Device.of("Mozilla/5.0 (Linux; Android 14) Chrome/86 MicroMessenger/8.0"))
                .isEqualTo("WeChat · Android");
        assertThat(Device.of("x".repeat(100))).hasSize(40);
    }
}
