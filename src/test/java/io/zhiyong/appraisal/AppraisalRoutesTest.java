package io.zhiyong.appraisal;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.zhiyong.base.Json;
import io.zhiyong.org.Person;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Bureau;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class AppraisalRoutesTest {
    private static final String CHIEF = "chief:manager@market";
    private static final String BOSS = "boss:manager@root";
    private static final String OTTO_AS_MANAGER = "otto:manager@office";
    private static final String OPEN = "{\"unit\":\"market\",\"year\":2026,\"title\":\"年度考核\",\"rows\":["
            + "{\"name\":\"网络自学学时\",\"dimension\":\"DILIGENCE\",\"weight\":40,"
            + "\"source\":\"CREDIT_AGAINST_REQUIREMENT\",\"of\":\"cadre-education/network\","
            + "\"formula\":\"PROPORTION\",\"target\":\"100\"},"
            + "{\"name\":\"测验成绩\",\"dimension\":\"ABILITY\",\"weight\":20,\"source\":\"TEST_RESULTS\","
            + "\"of\":\"\",\"formula\":\"PROPORTION\",\"target\":\"100\"},"
            + "{\"name\":\"工作实绩\",\"dimension\":\"ACHIEVEMENT\",\"weight\":40,\"source\":\"EVALUATION\","
            + "\"of\":\"处室负责人\",\"formula\":\"BANDS\",\"target\":\"60:0.5, 80:0.8, 90:1\"}]}";

    private Bureau bureau;
    private AppraisalModule appraisal;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        bureau = new Bureau(vertx, store);
        appraisal = new AppraisalModule(new AppraisalModule.Needs(
                store,
                bureau.record,
                bureau.credit,
                bureau.org.organization(),
                bureau.org.audit(),
                Bureau.ZONE,
                WorkingDays.PLAIN));
        await(appraisal.start());
        site = Site.open(vertx, bureau.clock, appraisal.routes());
    }

    @AfterEach
    void close() {
        site.close();
        bureau.close();
    }

    private String opened() {
        var answer = site.json(CHIEF, "POST", "/appraisals", OPEN);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private void evaluate(String path, String person, int value) {
        var body = "{\"person\":\"" + person + "\",\"indicator\":\"i3\",\"value\":" + value + ",\"basis\":\"述职报告\"}";
        var answer = site.json(CHIEF, "POST", path + "/evaluations", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode computed(String path) {
        var answer = site.json(CHIEF, "POST", path + "/computation");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void published(String path) {
        var answer = site.json(CHIEF, "POST", path + "/publication", "{\"until\":\"2026-12-11\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonNode of(JsonNode board, String person) {
        return StreamSupport.stream(board.at("/people").spliterator(), false)
                .filter(row -> row.at("/person").asText().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNumberLeadsToItsLineAndStatement() {
        var course = bureau.course("anna", "c1", 40);
        var test = bureau.test("anna", "e1", 85);
        var path = opened();
        evaluate(path, "anna", 85);
        var board = computed(path);
        // 1.5 of 50 hours (course and test) are 3 %: 1.2 of 40; 85 % of 20; the band from 80 on: 0.8 of 40.
        assertThat(of(board, "anna").at("/points").toString()).isEqualTo("[1.2,17,32]");
        assertThat(of(board, "anna").at("/total").decimalValue()).isEqualByComparingTo("50.2");
        var person = site.get(CHIEF, path + "/people/anna").json();
        var lines = person.at("/scores/0/evidence");
        assertThat(lines.findValuesAsText("statement")).contains(course.text(), test.text());
        assertThat(lines.findValuesAsText("note")).contains("cadre-education@1/course-long");
        assertThat(person.at("/scores/1/evidence/0/statement").asText()).isEqualTo(test.text());
        assertThat(person.at("/scores/2/evidence/0/what").asText()).isEqualTo("述职报告");
        assertThat(person.at("/scores/2/evidence/0/note").asText()).isEqualTo("chief");
        assertThat(site.page(CHIEF, path + "/people/anna").text())
                .contains("/records/" + course.text())
                .contains("/people/anna/credits?year=2026#line-")
                .contains("Weight 40 × value 3 ÷ target 100");
        assertThat(site.page(CHIEF, path).text()).contains("/people/anna");
        assertThat(site.page(CHIEF, "/appraisals").text()).contains(path);
        assertThat(site.page(CHIEF, "/appraisals/new").text()).contains("国办函〔2026〕12号");
    }

    @Test
    void theEditorRefusesTheRedLineAndOffersASubstitute() {
        for (var forbidden : new String[][] {
            {"网络自学学时", "在线学习时长"}, {"CREDIT_AGAINST_REQUIREMENT", "STUDY_DURATION"}, {"测验成绩", "Logins"}
        }) {
            var answer = site.json(CHIEF, "POST", "/appraisals", OPEN.replace(forbidden[0], forbidden[1]));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("国办函〔2026〕12号").contains("Use instead");
        }
    }

    /** The form as a browser sends it: every row, the unused ones too. */
    @Test
    void theFormsWorkWithoutScript() {
        var fields = new java.util.ArrayList<>(java.util.List.of("unit=market", "year=2026", "title=K"));
        for (var row = 0; row < 3; row++) {
            var name = row == 0 ? "Work" : "";
            var weight = row == 0 ? "40" : "";
            fields.add("rows[" + row + "].name=" + name);
            fields.add("rows[" + row + "].dimension=ACHIEVEMENT");
            fields.add("rows[" + row + "].weight=" + weight);
            fields.add("rows[" + row + "].source=EVALUATION");
            fields.add("rows[" + row + "].of=");
            fields.add("rows[" + row + "].formula=PROPORTION");
            fields.add("rows[" + row + "].target=100");
        }
        var opened = site.form(CHIEF, "/appraisals", fields.toArray(String[]::new));
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        var path = opened.header("Location");
        assertThat(site.form(CHIEF, path + "/evaluations", "person=anna", "indicator=i1", "value=80", "basis=b")
                        .status())
                .isEqualTo(303);
        assertThat(site.form(CHIEF, path + "/computation").status()).isEqualTo(303);
        assertThat(site.form(CHIEF, path + "/publication", "until=2026-12-11").status())
                .isEqualTo(303);
        assertThat(site.form("anna", path + "/reviews", "text=why").status()).isEqualTo(303);
        assertThat(site.page(CHIEF, path).text()).contains("why");
        var decided = site.form(CHIEF, path + "/reviews/1/decision", "reason=stands");
        assertThat(decided.status()).as(decided.text()).isEqualTo(303);
        assertThat(site.get(CHIEF, path).json().at("/reviews/0/changed").asBoolean())
                .isFalse();
    }

    @Test
    void whoMayOpenAndSeeABoard() {
        assertThat(site.json("anna", "POST", "/appraisals", OPEN).status()).isEqualTo(403);
        assertThat(site.json(OTTO_AS_MANAGER, "POST", "/appraisals", OPEN).status())
                .isEqualTo(403);
        assertThat(site.json(CHIEF, "POST", "/appraisals", OPEN.replace("\"market\"", "\"root\""))
                        .status())
                .isEqualTo(403);
        var path = opened();
        computed(path);
        assertThat(site.get(BOSS, path).status()).isEqualTo(200);
        assertThat(site.get(CHIEF, path).status()).isEqualTo(200);
        assertThat(site.get("patrolchief:manager@patrol", path).status()).isEqualTo(403);
        assertThat(site.get(OTTO_AS_MANAGER, path).status()).isEqualTo(403);
        assertThat(site.get("anna", path).status()).isEqualTo(403);
        assertThat(site.get("", path).status()).isEqualTo(401);
        assertThat(site.get(CHIEF, "/appraisals/none").status()).isEqualTo(404);
        assertThat(site.get(OTTO_AS_MANAGER, "/appraisals").json().at("/items")).isEmpty();
        for (var act : new String[] {"/computation", "/end"}) {
            assertThat(site.json("anna", "POST", path + act).status()).isEqualTo(403);
            assertThat(site.json(OTTO_AS_MANAGER, "POST", path + act).status()).isEqualTo(403);
        }
    }

    @Test
    void aCadreSeesHisOwnOnceItIsPublicAndNobodyElses() {
        var path = opened();
        computed(path);
        assertThat(site.get("anna", path + "/people/anna").status()).isEqualTo(403);
        assertThat(site.get("anna", "/appraisals").json().at("/own")).isEmpty();
        published(path);
        assertThat(site.get("anna", path + "/people/anna").status()).isEqualTo(200);
        assertThat(site.page("anna", path + "/people/anna").text()).contains("Ask for a review");
        assertThat(site.get("anna", "/appraisals").json().at("/own")).hasSize(1);
        assertThat(site.get("dora", path + "/people/anna").status()).isEqualTo(403);
        assertThat(site.get(OTTO_AS_MANAGER, path + "/people/anna").status()).isEqualTo(403);
        assertThat(site.get(BOSS, path + "/people/anna").status()).isEqualTo(200);
    }

    @Test
    void nobodyJudgesHimselfAndOnlyEvaluationsAreTypedIn() {
        var path = opened();
        var own = "{\"person\":\"chief\",\"indicator\":\"i3\",\"value\":100,\"basis\":\"x\"}";
        assertThat(site.json(CHIEF, "POST", path + "/evaluations", own).status())
                .isEqualTo(403);
        assertThat(site.json(BOSS, "POST", path + "/evaluations", own).status()).isEqualTo(200);
        var credit = "{\"person\":\"anna\",\"indicator\":\"i1\",\"value\":100,\"basis\":\"x\"}";
        assertThat(site.json(CHIEF, "POST", path + "/evaluations", credit).status())
                .isEqualTo(422);
        var baseless = "{\"person\":\"anna\",\"indicator\":\"i3\",\"value\":100,\"basis\":\" \"}";
        assertThat(site.json(CHIEF, "POST", path + "/evaluations", baseless).status())
                .isEqualTo(422);
        computed(path);
        var grade = "{\"person\":\"chief\",\"grade\":\"EXCELLENT\",\"reason\":\"x\"}";
        assertThat(site.json(CHIEF, "POST", path + "/grades", grade).status()).isEqualTo(403);
    }

    @Test
    void gradesAreProposedAndPeopleDecideWithinTheQuota() {
        var path = opened();
        var board = computed(path);
        assertThat(of(board, "nina").at("/grade/grade").asText()).isEmpty();
        assertThat(board.at("/quota/places").asInt()).isZero();
        var excellent = "{\"person\":\"anna\",\"grade\":\"EXCELLENT\",\"reason\":\"急难任务\"}";
        assertThat(site.json(CHIEF, "POST", path + "/grades", excellent.replace("anna", "nina"))
                        .status())
                .isEqualTo(409);
        assertThat(site.json(CHIEF, "POST", path + "/grades", excellent).status())
                .isEqualTo(200);
        var over = site.json(CHIEF, "POST", path + "/publication", "{\"until\":\"2026-12-11\"}");
        assertThat(over.status()).isEqualTo(409);
        var competent = excellent.replace("EXCELLENT", "COMPETENT");
        assertThat(site.json(CHIEF, "POST", path + "/grades", competent).status())
                .isEqualTo(200);
        var early = site.json(CHIEF, "POST", path + "/publication", "{\"until\":\"2026-12-10\"}");
        assertThat(early.status()).isEqualTo(422);
        published(path);
        assertThat(site.get(CHIEF, path).json().at("/seals/digest").asText()).hasSize(64);
    }

    @Test
    void aReviewIsAskedForDecidedAndPublishedAgain() {
        var path = opened();
        computed(path);
        var ask = "{\"text\":\"漏记一门课程\"}";
        assertThat(site.json("anna", "POST", path + "/reviews", ask).status()).isEqualTo(409);
        published(path);
        assertThat(site.json("otto", "POST", path + "/reviews", ask).status()).isEqualTo(403);
        assertThat(site.json("anna", "POST", path + "/reviews", ask).status()).isEqualTo(200);
        assertThat(site.json(CHIEF, "POST", path + "/people/dora/correction").status())
                .isEqualTo(409);
        bureau.course("anna", "c1", 40);
        var corrected = site.json(CHIEF, "POST", path + "/people/anna/correction");
        assertThat(corrected.json().at("/scores/0/points").decimalValue()).isEqualByComparingTo("0.8");
        var decision = "{\"changed\":true,\"reason\":\"补记课程\"}";
        assertThat(site.json("anna", "POST", path + "/reviews/1/decision", decision)
                        .status())
                .isEqualTo(403);
        assertThat(site.json(CHIEF, "POST", path + "/reviews/1/decision", decision)
                        .status())
                .isEqualTo(200);
        bureau.clock.pass(Duration.ofDays(10));
        assertThat(site.json(CHIEF, "POST", path + "/end").status()).isEqualTo(409);
        assertThat(site.json(CHIEF, "POST", path + "/publication", "{\"until\":\"2026-12-25\"}")
                        .status())
                .isEqualTo(200);
        bureau.clock.pass(Duration.ofDays(14));
        assertThat(site.json(CHIEF, "POST", path + "/end")
                        .json()
                        .at("/appraisal/state")
                        .asText())
                .isEqualTo("FINAL");
        bureau.clock.pass(Duration.ofDays(20));
        assertThat(site.json("dora", "POST", path + "/reviews", ask).status()).isEqualTo(409);
        assertThat(site.page("anna", path + "/people/anna").text()).contains("补记课程");
        assertThat(await(appraisal.verify()).sound()).isTrue();
    }

    @Test
    void verifyNamesThePersonAndIndicatorThatDiffer(Store store) {
        bureau.course("anna", "c1", 40);
        var path = opened();
        computed(path);
        assertThat(await(appraisal.verify())).satisfies(check -> {
            assertThat(check.sound()).isTrue();
            assertThat(check.results()).isEqualTo(5);
        });
        var results = store.collection("appraisal_results");
        var kept = await(results.first(new Document("person", "anna"))).orElseThrow();
        var forged = kept.getString("result").replace("\"points\":0.80", "\"points\":39.00");
        assertThat(forged).isNotEqualTo(kept.getString("result"));
        await(results.put(new Document(kept).append("result", forged)));
        assertThat(await(appraisal.verify()).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(AppraisalCheck.Kind.RESULT_CHANGED);
            assertThat(fault.person()).isEqualTo("anna");
            assertThat(fault.indicator()).isEqualTo("i1");
        });
        await(results.put(kept));
        await(store.collection("credit_lines").deleteAll(new Document("person", "anna")));
        assertThat(await(appraisal.verify()).fault().orElseThrow().kind())
                .isEqualTo(AppraisalCheck.Kind.EVIDENCE_CHANGED);
    }

    /** Results are added, never replaced: the first run is still there after the second. */
    @Test
    void aRecomputationIsANewRecord(Store store) {
        var path = opened();
        var first = computed(path);
        bureau.course("anna", "c1", 40);
        var second = computed(path);
        assertThat(of(second, "anna").at("/total").decimalValue())
                .isGreaterThan(of(first, "anna").at("/total").decimalValue());
        assertThat(await(store.collection("appraisal_results").count(new Document())))
                .isEqualTo(10);
        await(appraisal.rebuild());
        assertThat(Json.write(computed(path).at("/people"))).isEqualTo(Json.write(second.at("/people")));
    }

    /** Five hundred people are read together: the store looks at their records and not at everybody's again for each. */
    @Test
    void aUnitOfFiveHundredIsComputedInBulk(Store store) {
        bureau.add(IntStream.range(0, 500)
                .mapToObj(n -> Bureau.person("q" + n, "patrol", false))
                .toArray(Person[]::new));
        for (var n = 0; n < 20; n++) {
            bureau.course("q" + n, "c1", 40);
        }
        var path = opened();
        var start = System.nanoTime();
        var examined = store.examined();
        assertThat(computed(path).at("/people")).hasSize(505);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        examined.ifPresent(
                before -> assertThat(store.examined().orElseThrow() - before).isLessThan(5_000));
    }
}
