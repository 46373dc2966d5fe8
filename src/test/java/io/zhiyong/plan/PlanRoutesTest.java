package io.zhiyong.plan;

import static io.zhiyong.record.StatementObject.thing;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.OrgModule;
import io.zhiyong.org.Person;
import io.zhiyong.org.Service;
import io.zhiyong.org.Unit;
import io.zhiyong.record.Home;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.record.StatementObject;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import io.zhiyong.web.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** root → market → patrol, root → office; a real record; plans made and watched by those who may. */
@ExtendWith(StoreExtension.class)
class PlanRoutesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ROOT = "boss:manager@u-root";
    private static final String MARKET = "middle:manager@u-market";
    private static final String PATROL = "low:manager@u-patrol";

    private RecordModule record;
    private PlanModule plans;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        var clock = Clock.fixed(NOW, ZONE);
        var org = new OrgModule(vertx, store, OrgModule.Settings.usual(clock, ZONE));
        await(org.start());
        await(org.addUnits(List.of(
                unit("u-root", null),
                unit("u-market", "u-root"),
                unit("u-patrol", "u-market"),
                unit("u-office", "u-root"))));
        await(org.addPeople(
                List.of(
                        person("anna", "u-patrol", true),
                        person("bert", "u-patrol", false),
                        person("carl", "u-market", true),
                        person("dora", "u-office", true)),
                "a long password"));
        record = new RecordModule(new RecordModule.Needs(
                vertx, store, clock, ZONE, new Home("https://organ.example"), org.organization()));
        plans = new PlanModule(new PlanModule.Needs(
                vertx,
                store,
                org.organization(),
                record,
                () -> Future.succeededFuture(List.of(
                        new PlanModule.Offer("courses/law", Text.of("公务员法", "The law")),
                        new PlanModule.Offer("exams/test", Text.of("测验", "Test")))),
                Messages.load(),
                clock));
        await(plans.start());
        await(record.start());
        site = Site.open(vertx, clock, plans.routes());
    }

    @AfterEach
    void close() {
        site.close();
        await(plans.stop());
        await(record.stop());
    }

    private static Unit unit(String id, String parent) {
        return new Unit(new UnitId(id), Text.of(id), Optional.ofNullable(parent).map(UnitId::new), 1);
    }

    private static Person person(String id, String unit, boolean partyMember) {
        var service = new Service(
                new UnitId(unit),
                "一级科员",
                Optional.empty(),
                partyMember,
                LocalDate.parse("2020-01-01"),
                Optional.empty(),
                false);
        return new Person(new PersonId(id), id, id, service, List.of(), Language.ZH, true);
    }

    private String plan(String unit, String more) {
        var made = site.json(ROOT, "POST", "/plans", """
                {"title":"年度计划","unit":"%s","from":"2026-01-01"%s,"duties":[
                {"place":"courses/law","required":true,"due":"2026-05-20"},
                {"place":"exams/test","required":true,"due":"2026-06-20"}]}""".formatted(unit, more));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    private StatementId tell(String who, Verb verb, ActivityType type, String place, String at) {
        var draft = StatementDraft.telling("test", who, place, at)
                .that(new PersonId(who), verb, thing(type, place, Text.of("x")), Instant.parse(at))
                .result(Result.NONE.success(verb != Verb.FAILED));
        var id = await(record.append(draft));
        assertThat(await(record.settled(id))).isTrue();
        return id;
    }

    private void done(String who) {
        tell(who, Verb.COMPLETED, ActivityType.COURSE, "courses/law", "2026-05-10T02:00:00Z");
    }

    @Test
    void onesOwnPlanSaysWhatIsLateDueAndDone() {
        plan("u-root", "");
        var before = site.get("anna", "/plan").json();
        assertThat(before.at("/late/0/place").asText()).isEqualTo("courses/law");
        assertThat(before.at("/late/0/days").asInt()).isEqualTo(12);
        assertThat(before.at("/due/0/place").asText()).isEqualTo("exams/test");
        done("anna");
        var after = site.get("anna", "/plan").json();
        assertThat(after.get("late")).isEmpty();
        assertThat(after.at("/done/0/doneOn").asText()).isEqualTo("2026-05-10");
        assertThat(site.page("anna", "/plan").text()).contains("The law").contains("2026-05-10");
        assertThat(await(plans.deadlines(new PersonId("anna"))))
                .isEqualTo(Map.of("exams/test", LocalDate.parse("2026-06-20")));
        assertThat(site.get("", "/plan").status()).isEqualTo(401);
    }

    @Test
    void aFailedTestIsNotDoneAndAVoidedCompletionNoLongerIs() {
        plan("u-root", "");
        tell("anna", Verb.FAILED, ActivityType.ASSESSMENT, "exams/test", "2026-05-10T02:00:00Z");
        assertThat(site.get("anna", "/plan").json().get("done")).isEmpty();
        var first = tell("anna", Verb.PASSED, ActivityType.ASSESSMENT, "exams/test", "2026-05-11T02:00:00Z");
        tell("anna", Verb.PASSED, ActivityType.ASSESSMENT, "exams/test", "2026-05-12T02:00:00Z");
        assertThat(site.get("anna", "/plan").json().at("/done/0/doneOn").asText())
                .isEqualTo("2026-05-11");
        var voiding = StatementDraft.telling("void", first)
                .that(new PersonId("boss"), Verb.VOIDED, StatementObject.told(first), NOW);
        await(record.append(voiding));
        await(record.settled(voiding.id()));
        assertThat(site.get("anna", "/plan").json().at("/done/0/doneOn").asText())
                .isEqualTo("2026-05-12");
    }

    @Test
    void theBoardGoesFromUnitsToPeopleToTheSingleRecord() {
        plan("u-root", "");
        done("anna");
        done("carl");
        var board = site.get(ROOT, "/units/u-root/completion").json();
        assertThat(board.at("/total/people").asInt()).isEqualTo(4);
        assertThat(board.at("/total/overdue").asInt()).isEqualTo(2);
        assertThat(board.at("/total/percent").asInt()).isEqualTo(25);
        assertThat(board.at("/units/0/id").asText()).isEqualTo("u-office");
        assertThat(board.at("/late")).hasSize(2);
        assertThat(board.at("/chart/series/0/values/1").asInt()).isEqualTo(33);
        var market = site.get(ROOT, "/units/u-market/completion").json();
        assertThat(market.at("/people/0/name").asText()).isEqualTo("carl");
        assertThat(market.at("/people/0/marks/0/href").asText()).startsWith("/records/");
        assertThat(market.at("/units/0/id").asText()).isEqualTo("u-patrol");
        var patrol = site.page(ROOT, "/units/u-patrol/completion").text();
        assertThat(patrol)
                .contains("/people/bert/records")
                .contains("/people/anna/records")
                .doesNotContain("carl");
        var filtered =
                site.get(ROOT, "/units/u-root/completion?item=exams/test").json();
        assertThat(filtered.at("/total/percent").asInt()).isZero();
        assertThat(filtered.at("/total/overdue").asInt()).isZero();
        assertThat(filtered.at("/late")).isEmpty();
    }

    @Test
    void aManagerSeesHisUnitsAndNoneAboveOrBeside() {
        plan("u-root", "");
        for (var path : List.of("/completion", "/completion.xlsx")) {
            assertThat(site.get(MARKET, "/units/u-market" + path).status()).isEqualTo(200);
            assertThat(site.get(MARKET, "/units/u-patrol" + path).status()).isEqualTo(200);
            for (var unit : List.of("u-root", "u-office")) {
                assertThat(site.get(MARKET, "/units/" + unit + path).status()).isEqualTo(403);
            }
            assertThat(site.get(PATROL, "/units/u-market" + path).status()).isEqualTo(403);
            for (var who : List.of("anna", "o:organizer@u-root", "a:administrator@u-root")) {
                assertThat(site.get(who, "/units/u-market" + path).status()).isEqualTo(403);
            }
            assertThat(site.get("", "/units/u-market" + path).status()).isEqualTo(401);
            assertThat(site.get(ROOT, "/units/u-nothing" + path).status()).isEqualTo(404);
        }
        assertThat(site.page(MARKET, "/units/u-patrol/completion").text())
                .contains("/units/u-market/completion")
                .doesNotContain("/units/u-root/completion");
        assertThat(site.page(PATROL, "/completion").header("Location")).isEqualTo("/units/u-patrol/completion");
    }

    @Test
    void theWorkbookHasARowForEverybodyOfTheUnitAndBelow() throws Exception {
        plan("u-root", "");
        done("anna");
        var request = site.request("/units/u-market/completion.xlsx").header("Authorization", "Bearer " + MARKET);
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(names(answer.body())).containsExactlyInAnyOrder("anna", "bert", "carl");
    }

    private static List<String> names(InputStream file) throws IOException {
        try (var book = new ReadableWorkbook(file)) {
            return book.getFirstSheet().read().stream()
                    .skip(2)
                    .map(row -> row.getCellText(1))
                    .toList();
        }
    }

    @Test
    void aPlanMeansThoseWhomItsAudienceDescribes() {
        plan("u-market", ",\"partyMembersOnly\":true,\"people\":[\"dora\"]");
        for (var who : List.of("anna", "carl", "dora")) {
            assertThat(site.get(who, "/plan").json().get("late")).as(who).hasSize(1);
        }
        assertThat(site.get("bert", "/plan").json().get("late")).isEmpty();
        assertThat(site.get(ROOT, "/units/u-root/completion")
                        .json()
                        .at("/total/people")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatWasDoneBeforeThePlanCounts() {
        done("anna");
        plan("u-root", "");
        assertThat(site.get("anna", "/plan").json().get("done")).hasSize(1);
    }

    @Test
    void theBoardMadeAnewFromTheRecordIsTheSame() {
        plan("u-root", "");
        done("anna");
        done("dora");
        var before = site.get(ROOT, "/units/u-root/completion").text();
        await(record.rebuild(PlanModule.READER));
        assertThat(site.get(ROOT, "/units/u-root/completion").text()).isEqualTo(before);
    }

    @Test
    void plansAreMadeWithinOnesScopeAndOutOfWhatThereIs() {
        var body = """
                {"title":"x","unit":"%s","from":"2026-01-01","duties":[{"place":"%s","required":true,"due":"%s"}]}""";
        assertThat(site.json("anna", "POST", "/plans", body.formatted("u-root", "courses/law", "2026-06-01"))
                        .status())
                .isEqualTo(403);
        assertThat(site.json(MARKET, "POST", "/plans", body.formatted("u-root", "courses/law", "2026-06-01"))
                        .status())
                .isEqualTo(403);
        assertThat(site.json(MARKET, "POST", "/plans", body.formatted("u-market", "courses/none", "2026-06-01"))
                        .status())
                .isEqualTo(422);
        assertThat(site.json(MARKET, "POST", "/plans", body.formatted("u-market", "courses/law", "soon"))
                        .status())
                .isEqualTo(422);
        assertThat(site.json(
                                MARKET,
                                "POST",
                                "/plans",
                                body.replace("\"place\":\"%s\",", "").formatted("u-market", "2026-06-01"))
                        .status())
                .isEqualTo(422);
        var made = site.form(
                MARKET,
                "/plans",
                "title=x",
                "titleEn=",
                "unit=u-market",
                "from=2026-01-01",
                "ranks=",
                "people=",
                "duties%5B0%5D.place=courses/law",
                "duties%5B0%5D.required=true",
                "duties%5B0%5D.due=2026-07-01",
                "duties%5B1%5D.required=true",
                "duties%5B1%5D.due=2026-07-01");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        assertThat(site.page(MARKET, made.header("Location")).text()).contains("The law");
        assertThat(site.get(PATROL, made.header("Location")).status()).isEqualTo(403);
        assertThat(site.get(PATROL, "/plans").json().get("plans")).isEmpty();
        assertThat(site.page(MARKET, "/plans").status()).isEqualTo(200);
        assertThat(site.page(MARKET, "/plans/new").text()).contains("courses/law");
        assertThat(site.page("anna", "/plans/new").status()).isEqualTo(403);
    }

    @Test
    void aUnitWithoutAPlanSaysSo() {
        assertThat(site.page(ROOT, "/units/u-root/completion").status()).isEqualTo(200);
        assertThat(site.get(ROOT, "/units/u-root/completion.xlsx").status()).isEqualTo(404);
        plan("u-root", "");
        assertThat(site.get(ROOT, "/units/u-root/completion?plan=none").status())
                .isEqualTo(404);
        assertThat(site.get(ROOT, "/units/u-root/completion?item=courses/none").status())
                .isEqualTo(404);
    }
}
