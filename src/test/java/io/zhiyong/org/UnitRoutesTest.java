package io.zhiyong.org;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class UnitRoutesTest {
    private static final String NAME = "{\"name\":{\"zh-CN\":\"新名\",\"en\":\"New\"}}";
    private static final String ADD = "{\"parent\":\"%s\",\"name\":{\"zh-CN\":\"新科\"}}";

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

    @Test
    void everybodySeesTheTreeOfHisScope() {
        var whole = fixture.site.get(fixture.token("admin"), "/units").json();
        assertThat(whole.get("units").findValuesAsText("depth")).containsExactly("0", "1", "2", "1", "2");
        assertThat(whole.get("units").get(0).get("people").asLong()).isEqualTo(7);
        var part = fixture.site.get(fixture.token("boss"), "/units").json();
        assertThat(part.get("units").findValuesAsText("id")).containsExactly("market", "patrol");
        assertThat(part.get("whole").asBoolean()).isFalse();
        assertThat(fixture.site.get("", "/units").status()).isEqualTo(401);
        assertThat(fixture.site.get(fixture.token("anna"), "/units").status()).isEqualTo(403);
        assertThat(fixture.site.get(fixture.token("boss"), "/units/office").status())
                .isEqualTo(403);
        assertThat(fixture.site.get(fixture.token("boss"), "/units/nowhere").status())
                .isEqualTo(404);
    }

    @Test
    void theTreesListsAreClosedAsTheyAreOpened() {
        for (var who : new String[] {"admin", "boss"}) {
            var text = fixture.site.page(fixture.token(who), "/units").text();
            for (var tag : new String[] {"ul", "li", "details"}) {
                assertThat(text.split("<" + tag + "[ >]", -1)).hasSameSizeAs(text.split("</" + tag + ">", -1));
            }
        }
    }

    @Test
    void theWrongPersonChangesNoUnit() {
        for (var who : new String[] {"", "anna", "boss", "organizer"}) {
            var expected = who.isEmpty() ? 401 : 403;
            assertThat(post(who, "/units", ADD.formatted("market"))).isEqualTo(expected);
            assertThat(post(who, "/units/market/name", NAME)).isEqualTo(expected);
            assertThat(post(who, "/units/patrol/parent", "{\"parent\":\"office\"}"))
                    .isEqualTo(expected);
            assertThat(post(who, "/posts", NAME)).isEqualTo(expected);
            assertThat(post(who, "/posts/p-clerk/name", NAME)).isEqualTo(expected);
        }
        assertThat(post("marketadmin", "/units", ADD.formatted("office"))).isEqualTo(403);
        assertThat(post("marketadmin", "/units/patrol/parent", "{\"parent\":\"office\"}"))
                .isEqualTo(403);
        assertThat(post("marketadmin", "/posts", NAME)).isEqualTo(403);
        assertThat(post("marketadmin", "/units/patrol/name", NAME)).isEqualTo(200);
    }

    @Test
    void aMovedUnitTakesItsPeopleAndItsManagersScopeAlong() {
        assertThat(post("admin", "/units/it/parent", "{\"parent\":\"market\"}")).isEqualTo(200);
        var below = await(fixture.org.organization().membersBelow(new UnitId("market"), Optional.empty(), 50));
        assertThat(below.items()).extracting(Person::account).contains("ivan", "paul");
        assertThat(await(fixture.org.organization().membersBelow(new UnitId("office"), Optional.empty(), 50))
                        .items())
                .extracting(Person::account)
                .containsExactly("anna", "organizer");
        assertThat(fixture.site.get(fixture.token("boss"), "/people/id-ivan").status())
                .isEqualTo(200);
        assertThat(post("admin", "/units/market/parent", "{\"parent\":\"it\"}")).isEqualTo(409);
    }

    @Test
    void aMoveThatACrashCutShortIsFinishedAtTheNextStart(Vertx vertx, Store store) {
        var moving = new Document("parent", "market").append("moving", true);
        await(store.collection("units").update(new Document("_id", "it"), new Document("$set", moving)));
        try (var again = new OrgFixture(vertx, store)) {
            var below = await(again.org.organization().membersBelow(new UnitId("market"), Optional.empty(), 50));
            assertThat(below.items()).extracting(Person::account).contains("ivan");
        }
    }

    @Test
    void addsAndRenames() {
        var admin = fixture.token("admin");
        var added = fixture.site.form(admin, "/units", "parent=office", "name.zh-CN=%E6%96%B0%E7%A7%91", "name.en=");
        assertThat(added.status()).isEqualTo(303);
        var id = added.header("Location").substring("/units/".length());
        assertThat(fixture.org.organization().units().path(new UnitId(id))).hasSize(3);
        assertThat(post("admin", "/units/" + id + "/name", NAME)).isEqualTo(200);
        assertThat(fixture.org
                        .organization()
                        .units()
                        .unit(new UnitId(id))
                        .name()
                        .en())
                .isEqualTo("New");
        assertThat(post("admin", "/posts", NAME)).isEqualTo(201);
        assertThat(fixture.org.organization().posts()).hasSize(2);
        assertThat(post("admin", "/posts/nothing/name", NAME)).isEqualTo(404);
    }

    @Test
    void badInputIsRefused() {
        assertThat(post("admin", "/units", "{\"parent\":\"office\"}")).isEqualTo(422);
        assertThat(post("admin", "/units", ADD.formatted("nowhere"))).isEqualTo(404);
        assertThat(post("admin", "/units", "{\"parent\":\"office\",\"name\":{\"zh-CN\":\"" + "长".repeat(101) + "\"}}"))
                .isEqualTo(422);
        assertThat(post("admin", "/units/root/parent", "{\"parent\":\"office\"}"))
                .isEqualTo(409);
        assertThat(post("admin", "/units/office/parent", "{\"parent\":\"office\"}"))
                .isEqualTo(409);
    }

    @Test
    void everyPageOfAUnitIsWhole() {
        for (var path : new String[] {"/units/root", "/units/patrol", "/units"}) {
            var page = fixture.site.page(fixture.token("admin"), path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain("org.", "Optional");
        }
    }
}
