package io.zhiyong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class SetupTest {
    private static final String FIRST =
            "{\"organization\":\"某局\",\"account\":\"root\",\"name\":\"李\",\"password\":\"a long first password\"}";

    @Test
    void theLinkMakesTheFirstAdministratorOnce(Vertx vertx, Store store) {
        try (var fixture = new OrgFixture(vertx, store)) {
            var link = fixture.org.setupLink().orElseThrow();
            assertThat(fixture.site.page("", link).status()).isEqualTo(200);
            assertThat(fixture.site.json("", "POST", link, FIRST).status()).isEqualTo(201);
            assertThat(fixture.org.setupLink()).isEmpty();
            assertThat(fixture.site.json("", "POST", link, FIRST).status()).isEqualTo(404);
            assertThat(fixture.site.page("", link).status()).isEqualTo(404);
            var token = fixture.signIn("root", "a long first password")
                    .json()
                    .get("token")
                    .asText();
            assertThat(fixture.site.get(token, "/audit").status()).isEqualTo(200);
            assertThat(fixture.org.organization().units().root().name().zh()).isEqualTo("某局");
        }
    }

    @Test
    void aGuessedLinkOrABadFormMakesNothing(Vertx vertx, Store store) {
        try (var fixture = new OrgFixture(vertx, store)) {
            var link = fixture.org.setupLink().orElseThrow();
            assertThat(fixture.site.page("", "/setup/guessed").status()).isEqualTo(404);
            assertThat(fixture.site.json("", "POST", "/setup/guessed", FIRST).status())
                    .isEqualTo(404);
            var weak = FIRST.replace("a long first password", "12345678");
            assertThat(fixture.site.json("", "POST", link, weak).status()).isEqualTo(422);
            assertThat(fixture.site.json("", "POST", link, FIRST).status()).isEqualTo(201);
        }
    }

    @Test
    void thereIsNoLinkWhereThereIsSomebody(Vertx vertx, Store store) {
        try (var fixture = new OrgFixture(vertx, store)) {
            var link = fixture.org.setupLink().orElseThrow();
            fixture.populated();
            assertThat(fixture.org.setupLink()).isEmpty();
            assertThat(fixture.site.json("", "POST", link, FIRST).status()).isEqualTo(404);
        }
        try (var again = new OrgFixture(vertx, store)) {
            assertThat(again.org.setupLink()).isEmpty();
        }
    }
}
