package io.zhiyong.credit;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Bureau;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class CreditRoutesTest {
    private static final String ANNA = "anna";
    private static final String CHIEF = "chief:manager@market";
    private static final String OTTO_AS_MANAGER = "otto:manager@office";

    private Bureau bureau;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        bureau = new Bureau(vertx, store);
        site = Site.open(vertx, bureau.clock, bureau.credit.routes());
    }

    @AfterEach
    void close() {
        site.close();
        bureau.close();
    }

    private String firstLine(String who) {
        return site.get(who, "/people/anna/credits")
                .json()
                .at("/packs/0/lines/0/id")
                .asText();
    }

    @Test
    void everyLineNamesRuleVersionAndStatement() {
        var statement = bureau.course(ANNA, "c1", 40);
        var view = site.get(ANNA, "/credits").json();
        assertThat(view.at("/packs/0/pack").asText()).isEqualTo("cadre-education@1");
        assertThat(view.at("/packs/0/total").decimalValue()).isEqualByComparingTo("1");
        var line = view.at("/packs/0/lines/0");
        assertThat(line.at("/source/ruleId").asText()).isEqualTo("course-long");
        assertThat(line.at("/source/pack").asText()).isEqualTo("cadre-education@1");
        assertThat(line.at("/source/statement").asText()).isEqualTo(statement.text());
        assertThat(line.at("/source/title").asText()).isEqualTo("课程 c1");
        assertThat(view.at("/packs/0/requirements/0/needed").decimalValue()).isEqualByComparingTo("50");
        assertThat(site.page(ANNA, "/credits").text())
                .contains("/records/" + statement.text())
                .contains("cadre-education@1/course-long")
                .doesNotContain("reversal?year");
    }

    @Test
    void whoIsNotSignedInSeesNothing() {
        assertThat(site.get("", "/credits").status()).isEqualTo(401);
        assertThat(site.get("", "/credits/rules").status()).isEqualTo(401);
    }

    @Test
    void onlyTheManagerOfTheUnitSeesAnothersLedger() {
        assertThat(site.get(CHIEF, "/people/anna/credits").status()).isEqualTo(200);
        assertThat(site.get("boss:manager@root", "/people/paul/credits").status())
                .isEqualTo(200);
        assertThat(site.get(ANNA, "/people/anna/credits").status()).isEqualTo(200);
        assertThat(site.get("dora", "/people/anna/credits").status()).isEqualTo(403);
        assertThat(site.get(OTTO_AS_MANAGER, "/people/anna/credits").status()).isEqualTo(403);
        assertThat(site.get(CHIEF, "/people/boss/credits").status()).isEqualTo(403);
        assertThat(site.get(CHIEF, "/people/nobody/credits").status()).isEqualTo(404);
    }

    @Test
    void aManagerReversesALineWithAReason() {
        bureau.course(ANNA, "c1", 40);
        var path = "/people/anna/credits/" + firstLine(CHIEF) + "/reversal";
        assertThat(site.json(CHIEF, "POST", path, "{\"reason\":\" \"}").status())
                .isEqualTo(422);
        var answer = site.json(CHIEF, "POST", path, "{\"reason\":\"重复登记\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/packs/0/total").decimalValue()).isZero();
        var lines = answer.json().at("/packs/0/lines");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).at("/reversal/reason").asText()).isEqualTo("重复登记");
        assertThat(lines.get(0).at("/reversal/by").asText()).isEqualTo("chief");
        assertThat(site.page(ANNA, "/credits").text()).contains("重复登记");
        assertThat(await(bureau.credit.verify()).sound()).isTrue();
    }

    @Test
    void nobodyElseReversesALine() {
        bureau.course(ANNA, "c1", 40);
        bureau.course("chief", "c1", 40);
        var path = "/people/anna/credits/" + firstLine(CHIEF) + "/reversal";
        var body = "{\"reason\":\"x\"}";
        assertThat(site.json(ANNA, "POST", path, body).status()).isEqualTo(403);
        assertThat(site.json(OTTO_AS_MANAGER, "POST", path, body).status()).isEqualTo(403);
        assertThat(site.json("", "POST", path, body).status()).isEqualTo(401);
        var own = site.get(CHIEF, "/credits").json().at("/packs/0/lines/0/id").asText();
        assertThat(site.json(CHIEF, "POST", "/people/chief/credits/" + own + "/reversal", body)
                        .status())
                .isEqualTo(403);
        assertThat(site.json(CHIEF, "POST", "/people/dora/credits/" + firstLine(CHIEF) + "/reversal", body)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anExemptionNeedsItsBasisAndCountsAsMet() {
        var path = "/people/anna/credits/exemptions";
        var blank = "{\"pack\":\"party-members\",\"requirement\":\"party-year\",\"year\":2026,\"basis\":\"\"}";
        assertThat(site.json(CHIEF, "POST", path, blank).status()).isEqualTo(422);
        assertThat(site.json(ANNA, "POST", path, blank.replace("\"\"", "\"病假\""))
                        .status())
                .isEqualTo(403);
        var answer = site.json(CHIEF, "POST", path, blank.replace("\"\"", "\"条例第二十三条，支部决定\""));
        var party = answer.json().at("/packs/1");
        assertThat(party.at("/met").asBoolean()).isTrue();
        assertThat(party.at("/requirements/0/exempt").asText()).isEqualTo("条例第二十三条，支部决定");
    }

    @Test
    void theRulesPageShowsEveryFigureWithItsSource() {
        var page = site.page(ANNA, "/credits/rules").text();
        assertThat(page).contains("各类干部网络自学每年不少于 50 学时").contains("read at second hand");
        assertThat(site.get(ANNA, "/credits/rules?year=2026").json().at("/packs/0/rules"))
                .isNotEmpty();
        assertThat(site.get(ANNA, "/credits?year=soon").status()).isEqualTo(422);
    }

    @Test
    void rebuildingChangesNothingAndVerifyFindsAForgedLine(Store store) {
        for (var n = 0; n < 30; n++) {
            bureau.course(n % 2 == 0 ? ANNA : "dora", "c" + n, 5 + n);
        }
        var before = site.get(ANNA, "/credits").text();
        assertThat(await(bureau.credit.verify())).satisfies(check -> {
            assertThat(check.sound()).isTrue();
            assertThat(check.lines()).isEqualTo(30);
        });
        await(bureau.credit.rebuild());
        assertThat(site.get(ANNA, "/credits").text()).isEqualTo(before);

        var line = site.get(ANNA, "/credits").json().at("/packs/0/lines/0/id").asText();
        var lines = store.collection("credit_lines");
        await(lines.update(new Document("_id", line), new Document("$set", new Document("hours", "40.00"))));
        var fault = await(bureau.credit.verify()).fault().orElseThrow();
        assertThat(fault.kind()).isEqualTo(LedgerCheck.Kind.CHANGED);
        assertThat(fault.id()).isEqualTo(line);
        assertThat(fault.person()).isEqualTo(ANNA);

        await(bureau.credit.rebuild());
        assertThat(await(bureau.credit.verify()).sound()).isTrue();
        assertThat(site.get(ANNA, "/credits").text()).isEqualTo(before);
    }

    @Test
    void verifyFindsWhatIsMissingUnfoundedOrWronglySummed(Store store) {
        bureau.course(ANNA, "c1", 40);
        var line = firstLine(CHIEF);
        var lines = store.collection("credit_lines");
        var kept = await(lines.byId(line)).orElseThrow();
        await(lines.delete(new Document("_id", line)));
        assertThat(kind()).isEqualTo(LedgerCheck.Kind.MISSING);
        await(lines.insert(kept));
        await(lines.insert(new Document(kept).append("_id", new java.util.UUID(1, 2).toString())));
        assertThat(kind()).isEqualTo(LedgerCheck.Kind.UNFOUNDED);
        await(lines.delete(new Document("_id", new java.util.UUID(1, 2).toString())));
        await(store.collection("credit_sums")
                .updateAll(
                        new Document("person", ANNA),
                        new Document("$set", new Document("parts", java.util.List.of()))));
        assertThat(kind()).isEqualTo(LedgerCheck.Kind.SUM_CHANGED);
    }

    private LedgerCheck.Kind kind() {
        return await(bureau.credit.verify()).fault().orElseThrow().kind();
    }
}
