package io.zhiyong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import io.zhiyong.web.Messages;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class AuditTest {
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
    void onlyAdministratorsOfTheWholeReadIt() {
        assertThat(fixture.site.get("", "/audit").status()).isEqualTo(401);
        for (var who : new String[] {"anna", "boss", "organizer", "marketadmin"}) {
            assertThat(fixture.site.get(fixture.token(who), "/audit").status()).isEqualTo(403);
        }
        assertThat(fixture.site.get(fixture.token("admin"), "/audit").status()).isEqualTo(200);
    }

    @Test
    void whoDidWhatToWhomIsFoundByEitherAndByKind() {
        var admin = fixture.token("admin");
        fixture.site.json(admin, "POST", "/people/id-anna/roles", "{\"role\":\"manager\",\"unit\":\"office\"}");
        fixture.site.json(admin, "POST", "/people/id-ivan/code", "{}");
        fixture.signIn("anna", "wrong");
        fixture.signIn("anna", OrgFixture.PASSWORD);
        assertThat(kinds(admin, "/audit"))
                .containsExactly(
                        "org.audit.signIn", "org.audit.signInFailed", "org.audit.codeGiven", "org.audit.roleGranted");
        assertThat(kinds(admin, "/audit?person=anna"))
                .containsExactly("org.audit.signIn", "org.audit.signInFailed", "org.audit.roleGranted");
        assertThat(kinds(admin, "/audit?person=id-ivan")).containsExactly("org.audit.codeGiven");
        assertThat(kinds(admin, "/audit?person=%E7%94%B2")).isEmpty();
        assertThat(kinds(admin, "/audit?kind=org.audit.signIn")).containsExactly("org.audit.signIn");
        var first = fixture.site.get(admin, "/audit?limit=3").json();
        assertThat(kinds(admin, first.get("next").asText())).containsExactly("org.audit.roleGranted");
        assertThat(fixture.site.page(admin, "/audit").text())
                .contains("granted a role", "名anna")
                .doesNotContain(">org.audit");
    }

    private String[] kinds(String who, String path) {
        return fixture.site
                .get(who, path)
                .json()
                .get("entries")
                .findValuesAsText("what")
                .toArray(String[]::new);
    }

    @Test
    void noSecretEverReachesIt() {
        var admin = fixture.token("admin");
        var code = fixture.site
                .json(admin, "POST", "/people/id-anna/code", "{}")
                .json()
                .get("code")
                .asText();
        fixture.signIn("my-secret-typed-as-account", "x");
        fixture.signIn("anna", "guess-of-a-secret");
        var log = fixture.site.get(admin, "/audit").text();
        assertThat(log).doesNotContain(code, admin, "my-secret", "guess-of", OrgFixture.PASSWORD);
        assertThat(Json.tree(log).get("entries")).isNotEmpty();
    }

    @Test
    void everyKindIsSaidInBothLanguages() {
        var messages = Messages.load();
        var kinds = Arrays.asList(
                "signIn",
                "signOut",
                "personAdded",
                "personChanged",
                "roleGranted",
                "roleWithdrawn",
                "unitMoved",
                "peopleImported");
        assertThat(kinds).allMatch(kind -> messages.keys(Language.EN).contains("org.audit." + kind));
    }
}
