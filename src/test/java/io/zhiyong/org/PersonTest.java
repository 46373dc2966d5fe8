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
class PersonTest {
    private static final String NEW = "{\"account\":\"%s\",\"name\":\"新人\",\"unit\":\"%s\",\"joined\":\"2026-01-05\"}";

    private OrgFixture fixture;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new OrgFixture(vertx, store).populated();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private int post(String who, String path, String body) {
        return fixture.site
                .json(who.isEmpty() ? "" : fixture.token(who), "POST", path, body)
                .status();
    }

    private int get(String who, String path) {
        return fixture.site.get(who.isEmpty() ? "" : fixture.token(who), path).status();
    }

    @Test
    void onlyHimselfHisManagersAndAdministratorsSeeAPerson() {
        assertThat(get("paul", "/people/id-paul")).isEqualTo(200);
        assertThat(get("boss", "/people/id-paul")).isEqualTo(200);
        assertThat(get("marketadmin", "/people/id-paul")).isEqualTo(200);
        assertThat(get("admin", "/people/id-paul")).isEqualTo(200);
        assertThat(get("", "/people/id-paul")).isEqualTo(401);
        assertThat(get("anna", "/people/id-paul")).isEqualTo(403);
        assertThat(get("organizer", "/people/id-paul")).isEqualTo(403);
        assertThat(get("boss", "/people/id-anna")).isEqualTo(403);
        assertThat(get("admin", "/people/nobody")).isEqualTo(404);
        assertThat(get("admin", "/people/%24where")).isEqualTo(422);
    }

    @Test
    void theWrongPersonChangesNothing() {
        for (var who : new String[] {"", "anna", "boss", "organizer"}) {
            var expected = who.isEmpty() ? 401 : 403;
            assertThat(get(who, "/people/new")).isEqualTo(expected);
            assertThat(get(who, "/people/id-paul/edit")).isEqualTo(expected);
            assertThat(post(who, "/people", NEW.formatted("eve", "market"))).isEqualTo(expected);
            assertThat(post(who, "/people/id-paul", NEW.formatted("paul", "market")))
                    .isEqualTo(expected);
            assertThat(post(who, "/people/id-paul/code", "{}")).isEqualTo(expected);
            assertThat(post(who, "/people/id-paul/active", "{\"active\":false}"))
                    .isEqualTo(expected);
            assertThat(post(who, "/people/id-paul/roles", "{\"role\":\"manager\",\"unit\":\"market\"}"))
                    .isEqualTo(expected);
            assertThat(post(who, "/people/id-boss/roles/withdraw", "{\"role\":\"manager\",\"unit\":\"market\"}"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void anAdministratorOfASectionStaysInIt() {
        assertThat(post("marketadmin", "/people", NEW.formatted("eve", "patrol")))
                .isEqualTo(201);
        assertThat(post("marketadmin", "/people", NEW.formatted("eva", "office")))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-anna", NEW.formatted("anna", "market")))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-paul", NEW.formatted("paul", "office")))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-paul/roles", "{\"role\":\"manager\",\"unit\":\"root\"}"))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-admin/code", "{}")).isEqualTo(403);
    }

    @Test
    void whoSitsInASectionButRulesTheHouseIsOutOfTheSectionsReach() {
        assertThat(post("admin", "/people/id-paul/roles", "{\"role\":\"administrator\",\"unit\":\"root\"}"))
                .isEqualTo(200);
        assertThat(post("marketadmin", "/people/id-paul/code", "{}")).isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-paul", NEW.formatted("paul", "patrol")))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/people/id-paul/active", "{\"active\":false}"))
                .isEqualTo(403);
    }

    @Test
    void aRoleHoldsAtOnceAndEndsAtOnce() {
        var anna = fixture.token("anna");
        assertThat(fixture.site.get(anna, "/people").status()).isEqualTo(403);
        assertThat(post("admin", "/people/id-anna/roles", "{\"role\":\"manager\",\"unit\":\"office\"}"))
                .isEqualTo(200);
        assertThat(fixture.site.get(anna, "/people").status()).isEqualTo(200);
        assertThat(post("admin", "/people/id-anna/roles/withdraw", "{\"role\":\"manager\",\"unit\":\"office\"}"))
                .isEqualTo(200);
        assertThat(fixture.site.get(anna, "/people").status()).isEqualTo(403);
        assertThat(post("admin", "/people/id-anna/roles/withdraw", "{\"role\":\"manager\",\"unit\":\"office\"}"))
                .isEqualTo(404);
    }

    @Test
    void theLastAdministratorCannotShutHimselfOut() {
        assertThat(post("admin", "/people/id-admin/roles/withdraw", "{\"role\":\"administrator\",\"unit\":\"root\"}"))
                .isEqualTo(409);
        assertThat(post("admin", "/people/id-admin/active", "{\"active\":false}"))
                .isEqualTo(409);
        assertThat(post("admin", "/people/id-admin/code", "{}")).isEqualTo(409);
    }

    @Test
    void aDeactivatedPersonIsOutAtOnceAndMayComeBack() {
        var anna = fixture.token("anna");
        assertThat(fixture.site.get(anna, "/me").status()).isEqualTo(200);
        assertThat(post("admin", "/people/id-anna/active", "{\"active\":false}"))
                .isEqualTo(200);
        assertThat(fixture.site.get(anna, "/me").status()).isEqualTo(401);
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(422);
        assertThat(post("admin", "/people/id-anna/active", "{\"active\":true}")).isEqualTo(200);
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aOneTimeCodeTakesThePlaceOfThePasswordAndWorksOnce() {
        var anna = fixture.token("anna");
        var answer = fixture.site.json(fixture.token("admin"), "POST", "/people/id-anna/code", "{}");
        var code = answer.json().get("code").asText();
        assertThat(code).matches("[2-9a-z]{4}(-[2-9a-z]{4}){3}");
        assertThat(fixture.site.get(anna, "/me").status()).isEqualTo(401);
        assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(422);
        assertThat(fixture.signIn("anna", code).status()).isEqualTo(409);
        assertThat(fixture.site
                        .form("", "/sign-in", "account=anna", "password=" + code)
                        .text())
                .contains("/first-password");
        assertThat(choose(code, "12345678")).isEqualTo(422);
        assertThat(choose("2345-2345-2345-2345", "a password of mine")).isEqualTo(422);
        assertThat(choose(code, "a password of mine")).isEqualTo(200);
        assertThat(choose(code, "a password of others")).isEqualTo(422);
        assertThat(fixture.signIn("anna", "a password of mine").status()).isEqualTo(200);
    }

    @Test
    void aOneTimeCodeEndsByItself() {
        var code = fixture.site
                .json(fixture.token("admin"), "POST", "/people/id-anna/code", "{}")
                .json()
                .get("code")
                .asText();
        fixture.pass(OneTimeCode.LIFE.plus(Duration.ofMinutes(1)));
        assertThat(choose(code, "a password of mine")).isEqualTo(422);
    }

    private int choose(String code, String password) {
        return fixture.site
                .json(
                        "",
                        "POST",
                        "/first-password",
                        "{\"account\":\"anna\",\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, password))
                .status();
    }

    @Test
    void whatIsWrongWithAFormIsToldAllAtOnceAndByField() {
        var answer = fixture.site.json(
                fixture.token("admin"), "POST", "/people", "{\"account\":\"x y\",\"name\":\"\",\"unit\":\"office\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("problems").findValuesAsText("where"))
                .containsExactly("account", "name", "joined");
    }

    @Test
    void badInputIsRefusedAndNothingIsDone() {
        assertThat(post("admin", "/people", NEW.formatted("anna", "office"))).isEqualTo(409);
        assertThat(post("admin", "/people", NEW.formatted("ANNA", "office"))).isEqualTo(409);
        assertThat(post("admin", "/people", NEW.formatted("eve", "nowhere"))).isEqualTo(404);
        assertThat(post("admin", "/people", NEW.formatted("e".repeat(65), "office")))
                .isEqualTo(422);
        assertThat(post("admin", "/people", NEW.formatted("eve", "office").replace("2026-01-05", "5 January")))
                .isEqualTo(422);
        assertThat(post("admin", "/people", NEW.formatted("eve", "office").replace("新人", "\\u0000")))
                .isEqualTo(422);
        assertThat(post("admin", "/people/id-anna", NEW.formatted("ivan", "office")))
                .isEqualTo(409);
        assertThat(post("admin", "/people/id-anna/roles", "{\"role\":\"emperor\",\"unit\":\"office\"}"))
                .isEqualTo(422);
        assertThat(post("admin", "/people/id-anna/roles", "{\"role\":\"cadre\",\"unit\":\"office\"}"))
                .isEqualTo(422);
        assertThat(fixture.site
                        .get(fixture.token("admin"), "/people?q=eve")
                        .json()
                        .get("people"))
                .isEmpty();
    }

    @Test
    void aFormOfAPageDoesTheSame() {
        var admin = fixture.token("admin");
        var added = fixture.site.form(
                admin,
                "/people",
                "account=eve",
                "name=Eve",
                "unit=office",
                "joined=2026-01-05",
                "left=",
                "post=p-clerk",
                "partyMember=true");
        assertThat(added.status()).isEqualTo(303);
        var person = fixture.site.get(admin, added.header("Location")).json().get("facts");
        assertThat(person.get("partyMember").asBoolean()).isTrue();
        assertThat(person.get("post").get("en").asText()).isEqualTo("Clerk");
        var changed = fixture.site.form(
                admin,
                added.header("Location"),
                "account=eve",
                "name=Eve+B",
                "unit=it",
                "joined=2026-01-05",
                "left=2026-05-01");
        assertThat(changed.status()).isEqualTo(303);
        var after = fixture.site.get(admin, added.header("Location")).json().get("facts");
        assertThat(after.get("name").asText()).isEqualTo("Eve B");
        assertThat(after.get("partyMember").asBoolean()).isFalse();
        assertThat(after.get("left").asText()).isEqualTo("2026-05-01");
        assertThat(fixture.site.get(admin, "/people?unit=it&q=eve").json().get("people"))
                .hasSize(1);
    }

    @Test
    void everyPageOfAPersonIsWhole() {
        var admin = fixture.token("admin");
        for (var path : new String[] {"/people/id-boss", "/people/id-boss/edit", "/people/new", "/me"}) {
            var page = fixture.site.page(admin, path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).as(path).doesNotContain("org.", "Optional");
        }
    }
}
