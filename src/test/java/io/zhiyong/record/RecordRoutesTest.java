package io.zhiyong.record;

import static io.zhiyong.record.Records.CADRE;
import static io.zhiyong.record.Records.passed;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class RecordRoutesTest {
    private static final String MANAGER = "boss:manager@u1";
    private static final String CHIEF = "chief:administrator@u-root";

    private RecordModule records;
    private Site site;
    private StatementId first;
    private StatementId other;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        records = Records.started(vertx, store);
        first = await(records.append(passed(CADRE, "e1")));
        other = await(records.append(passed(new PersonId("p9"), "e1")));
        while (await(records.feed(1, 1)).isEmpty()) {
            Thread.onSpinWait();
        }
        site = Site.open(vertx, Clock.systemUTC(), records.routes());
    }

    @AfterEach
    void close() {
        site.close();
        await(records.stop());
    }

    @Test
    void everybodySeesHisOwnTimeline() {
        assertThat(site.get("p1", "/people/p1/records")
                        .json()
                        .at("/records/0/who")
                        .asText())
                .isEqualTo("name of p1");
        assertThat(site.page("p1", "/people/p1/records").text())
                .contains("name of p1 passed “Test”")
                .contains("87 of 100");
        assertThat(site.get("p9", "/people/p1/records").status()).isEqualTo(403);
        assertThat(site.get(MANAGER, "/people/p1/records").status()).isEqualTo(200);
        assertThat(site.get(MANAGER, "/people/p9/records").status()).isEqualTo(403);
        assertThat(site.get("", "/people/p1/records").status()).isEqualTo(401);
    }

    @Test
    void theBrowserShowsTheScopeOnly() {
        assertThat(site.get("p1", "/records").status()).isEqualTo(403);
        assertThat(site.get(MANAGER, "/records").json().at("/records")).hasSize(1);
        assertThat(site.get(CHIEF, "/records").json().at("/records")).hasSize(2);
        assertThat(site.get(CHIEF, "/records?person=p9&verb=PASSED&place=courses/c1")
                        .json()
                        .at("/records"))
                .hasSize(1);
        assertThat(site.get(CHIEF, "/records?verb=FAILED").json().at("/records"))
                .isEmpty();
        assertThat(site.get(CHIEF, "/records?from=2001-01-01&to=2001-01-02")
                        .json()
                        .at("/records"))
                .isEmpty();
        assertThat(site.get(CHIEF, "/records?verb=DANCED").status()).isEqualTo(422);
        assertThat(site.page(CHIEF, "/records?person=p9").text())
                .contains("name of p9")
                .doesNotContain("name of p1 ");
        var page = site.get(CHIEF, "/records?limit=1").json();
        assertThat(page.at("/records")).hasSize(1);
        assertThat(site.get(CHIEF, page.at("/next").asText())
                        .json()
                        .at("/records/0/id")
                        .asText())
                .isEqualTo(first.text());
    }

    @Test
    void oneRecordWithItsProofForThoseEntitled() {
        var view = site.get("p1", "/records/" + first).json();
        assertThat(view.at("/text").asText()).contains("\"success\":true");
        assertThat(view.at("/proof/number").asLong()).isEqualTo(1);
        assertThat(site.get("p9", "/records/" + first).status()).isEqualTo(404);
        assertThat(site.get(MANAGER, "/records/" + other).status()).isEqualTo(404);
        assertThat(site.page(MANAGER, "/records/" + first).text())
                .contains(view.at("/proof/leaf").asText());
        assertThat(site.get("p1", "/records/no-uuid").status()).isEqualTo(422);
        assertThat(site.get("p1", "/records/" + StatementId.fresh()).status()).isEqualTo(404);
    }

    @Test
    void theFeedIsPulledInOrder() {
        var all = site.get(CHIEF, "/records/feed").json();
        assertThat(all.at("/statements/0/number").asLong()).isEqualTo(1);
        assertThat(all.at("/next").asLong()).isEqualTo(2);
        assertThat(site.get(CHIEF, "/records/feed?after=2").json().at("/statements"))
                .isEmpty();
        assertThat(site.get(MANAGER, "/records/feed").status()).isEqualTo(403);
        assertThat(site.page(CHIEF, "/records/feed").status()).isEqualTo(200);
    }

    @Test
    void anybodyMayCheckTheHead() {
        await(records.stop());
        var head = site.get("", "/records/head").json();
        assertThat(head.at("/head/size").asLong()).isEqualTo(2);
        assertThat(site.page("", "/records/head").text())
                .contains(head.at("/head/root").asText());
        assertThat(site.get("", "/records/consistency?old=1&size=2").json().at("/path"))
                .hasSize(1);
        assertThat(site.page("", "/records/consistency?old=1&size=2").status()).isEqualTo(200);
        assertThat(site.get("", "/records/consistency?old=1&size=9").status()).isEqualTo(422);
    }
}
