package io.zhiyong.org;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class PeopleListTest {
    private OrgFixture fixture;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new OrgFixture(vertx, store).populated();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static List<String> accounts(JsonNode view) {
        return StreamSupport.stream(view.get("people").spliterator(), false)
                .map(row -> row.get("account").asText())
                .toList();
    }

    @Test
    void anAdministratorSeesEverybodyAndAManagerHisScope() {
        assertThat(accounts(fixture.site.get(fixture.token("admin"), "/people").json()))
                .containsExactly("admin", "anna", "boss", "ivan", "marketadmin", "organizer", "paul");
        var view = fixture.site.get(fixture.token("boss"), "/people").json();
        assertThat(accounts(view)).containsExactly("boss", "marketadmin", "paul");
        assertThat(view.get("keeper").asBoolean()).isFalse();
        assertThat(view.get("units")).hasSize(2);
        assertThat(view.get("total").asLong()).isEqualTo(3);
    }

    @Test
    void theWrongPersonIsRefused() {
        assertThat(fixture.site.get("", "/people").status()).isEqualTo(401);
        assertThat(fixture.site.get(fixture.token("anna"), "/people").status()).isEqualTo(403);
        assertThat(fixture.site.get(fixture.token("organizer"), "/people").status())
                .isEqualTo(403);
        var boss = fixture.token("boss");
        assertThat(fixture.site.get(boss, "/people?unit=office").status()).isEqualTo(403);
        assertThat(fixture.site.get(boss, "/people?unit=root").status()).isEqualTo(403);
        assertThat(fixture.site.get(boss, "/people?unit=patrol").status()).isEqualTo(200);
        assertThat(fixture.site.get(boss, "/people?unit=nowhere").status()).isEqualTo(404);
        assertThat(fixture.site.get(boss, "/people?unit=%24ne").status()).isEqualTo(422);
    }

    @Test
    void anonymousReadersOfPagesAreSentToTheDoorAndBack() {
        var answer = fixture.site.page("", "/people?q=a");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?back=%2Fpeople%3Fq%3Da");
    }

    @Test
    void findsByTheBeginningOfAccountOrName() {
        var admin = fixture.token("admin");
        assertThat(accounts(fixture.site.get(admin, "/people?q=A").json())).containsExactly("admin", "anna");
        assertThat(accounts(fixture.site.get(admin, "/people?q=%E5%90%8Da").json()))
                .containsExactly("admin", "anna");
        assertThat(accounts(fixture.site.get(admin, "/people?q=.*").json())).isEmpty();
        assertThat(accounts(fixture.site.get(admin, "/people?q=a&unit=it").json()))
                .isEmpty();
        assertThat(accounts(
                        fixture.site.get(admin, "/people?unit=office&only=1").json()))
                .containsExactly("anna", "organizer");
        assertThat(fixture.site.get(admin, "/people?q=" + "x".repeat(61)).status())
                .isEqualTo(422);
        assertThat(fixture.site.get(admin, "/people?limit=0").status()).isEqualTo(422);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        await(fixture.org.addPeople(
                IntStream.range(0, 95)
                        .mapToObj(i -> OrgFixture.person("many" + i, "it"))
                        .toList(),
                OrgFixture.PASSWORD));
        var admin = fixture.token("admin");
        var seen = new ArrayList<String>();
        var next = Optional.of("/people?unit=office&limit=50");
        while (next.isPresent()) {
            var view = fixture.site.get(admin, next.get()).json();
            seen.addAll(accounts(view));
            next = view.get("next").isNull()
                    ? Optional.empty()
                    : Optional.of(view.get("next").asText());
        }
        assertThat(seen).hasSize(98).doesNotHaveDuplicates();
        assertThat(await(fixture.org.organization().countBelow(new UnitId("office"))))
                .isEqualTo(98);
        assertThat(await(fixture.org.organization().membersOf(new UnitId("office"), Optional.empty(), 10))
                        .items())
                .extracting(Person::account)
                .containsExactly("anna", "organizer");
    }

    @Test
    void thePageIsWholeInBothLanguages() {
        var page = fixture.site.page(fixture.token("admin"), "/people");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("名anna", "/people/id-anna").doesNotContain("org.");
    }
}
