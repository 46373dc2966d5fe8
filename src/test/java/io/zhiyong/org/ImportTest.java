package io.zhiyong.org;

import static io.zhiyong.org.Sheets.row;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.vertx.core.Vertx;
import io.zhiyong.base.Language;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ImportTest {
    private OrgFixture fixture;
    private String admin;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new OrgFixture(vertx, store).populated();
        admin = fixture.token("admin");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Site.Answer send(Sheets sheets) {
        return Sheets.send(fixture, admin, sheets.bytes());
    }

    private Site.Answer confirm(String id) {
        return fixture.site.json(admin, "POST", "/people/import/" + id + "/confirm", "{}");
    }

    private static Sheets good() {
        return new Sheets()
                .units(row("新科室", "New Section", "单位office"), row("新组", "", "单位office/新科室"))
                .people(
                        row("Eve", "夏娃", "新组", "一级科员", "文秘", "是", "2024-08-12", "否"),
                        row(10086, "甲", "it", "", "", "", LocalDate.of(2020, 7, 1), "是"));
    }

    @Test
    void aDryRunDoesNothingAndAConfirmationDoesAll() {
        var draft = send(good());
        assertThat(draft.status()).as(draft.text()).isEqualTo(200);
        assertThat(draft.json().get("people").asInt()).isEqualTo(2);
        assertThat(draft.json().get("units").asInt()).isEqualTo(2);
        assertThat(find("eve")).isZero();
        var id = draft.json().get("id").asText();
        assertThat(confirm(id).status()).isEqualTo(200);
        assertThat(find("eve")).isEqualTo(1);
        var eve = await(fixture.org.organization().byAccount("eve")).orElseThrow();
        assertThat(fixture.org.organization().units().path(eve.unit())).hasSize(4);
        assertThat(eve.partyMember()).isTrue();
        assertThat(eve.post()).contains(new PostId("p-clerk"));
        var number = await(fixture.org.organization().byAccount("10086")).orElseThrow();
        assertThat(number.joined()).isEqualTo(LocalDate.of(2020, 7, 1));
        assertThat(number.probation()).isTrue();
        assertThat(await(fixture.org.organization().countBelow(new UnitId("office"))))
                .isEqualTo(5);
        assertThat(confirm(id).status()).isEqualTo(409);
    }

    private int find(String account) {
        return fixture.site
                .get(admin, "/people?q=" + account)
                .json()
                .get("people")
                .size();
    }

    @Test
    void everyProblemIsToldWithRowAndColumn() {
        var draft = send(new Sheets()
                .people(
                        row("x y", "", "nowhere", "", "wizard", "maybe", "2024-13-40", "否"),
                        row("anna", "重复", "office", "", "", "", "2024-01-01", ""),
                        row("twin", "一", "office", "", "", "", "2024-01-01", ""),
                        row("TWIN", "二", "office", "", "", "", "2024-01-01", "")));
        assertThat(draft.status()).isEqualTo(422);
        var problems = draft.json().get("problems");
        assertThat(problems.findValuesAsText("row")).containsExactly("2", "2", "2", "2", "2", "2", "3", "5");
        assertThat(problems.findValuesAsText("message"))
                .containsExactly(
                        "org.refusal.account",
                        "refusal.blank",
                        "org.refusal.import.unit",
                        "org.refusal.import.post",
                        "org.refusal.import.yesNo",
                        "org.refusal.import.day",
                        "org.refusal.accountTaken",
                        "org.refusal.import.accountTwice");
        assertThat(draft.json().get("id").isNull()).isTrue();
        assertThat(find("twin")).isZero();
    }

    @Test
    void theWrongPersonImportsNothing() {
        var file = good().bytes();
        assertThat(Sheets.send(fixture, "", file).status()).isEqualTo(401);
        for (var who : new String[] {"anna", "boss", "organizer"}) {
            var token = fixture.token(who);
            assertThat(Sheets.send(fixture, token, file).status()).isEqualTo(403);
            assertThat(fixture.site.get(token, "/people/import").status()).isEqualTo(403);
            assertThat(fixture.site.get(token, "/people/import/template.xlsx").status())
                    .isEqualTo(403);
        }
        var outside = Sheets.send(fixture, fixture.token("marketadmin"), file);
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.text()).contains("org.refusal.scope");
    }

    @Test
    void anImportBelongsToWhoeverChecked() {
        var id = send(good()).json().get("id").asText();
        var other = fixture.token("marketadmin");
        assertThat(fixture.site.get(other, "/people/import/" + id).status()).isEqualTo(404);
        assertThat(fixture.site
                        .json(other, "POST", "/people/import/" + id + "/confirm", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(fixture.site
                        .json(other, "POST", "/people/import/" + id + "/codes", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(fixture.site
                        .get(admin, "/people/import/" + id)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("checked");
        assertThat(fixture.site.get(admin, "/people/import/none").status()).isEqualTo(404);
    }

    @Test
    void whatHasChangedSinceTheCheckStopsAllOfIt() {
        var id = send(good()).json().get("id").asText();
        await(fixture.org.addPeople(List.of(OrgFixture.person("eve", "it")), OrgFixture.PASSWORD));
        assertThat(confirm(id).status()).isEqualTo(409);
        assertThat(find("10086")).isZero();
        assertThat(fixture.org.organization().units().size()).isEqualTo(5);
    }

    @Test
    void whatACrashCutShortIsTakenBackAtTheNextStart(Vertx vertx, Store store) {
        var id = send(good()).json().get("id").asText();
        assertThat(confirm(id).status()).isEqualTo(200);
        await(store.collection("imports")
                .update(Filters.eq("_id", id), new Document("$set", new Document("state", "running"))));
        try (var again = new OrgFixture(vertx, store)) {
            assertThat(await(again.org.organization().byAccount("eve"))).isEmpty();
            assertThat(await(again.org.organization().byAccount("anna"))).isPresent();
            assertThat(again.org.organization().units().size()).isEqualTo(5);
        }
    }

    @Test
    void theTemplateFilledInIsRead() throws IOException, InterruptedException {
        var template = download("GET", "/people/import/template.xlsx");
        var book = Workbook.read(template);
        assertThat(book.tables()).hasSize(3);
        assertThat(ImportColumn.places(book.tables().get(0).lines().get(0), ImportColumn.OF_PEOPLE))
                .hasSize(ImportColumn.OF_PEOPLE.size());
        var draft = Sheets.send(fixture, admin, template);
        assertThat(draft.status()).isEqualTo(422);
        assertThat(draft.json().get("problems")).isEmpty();
    }

    private byte[] download(String method, String path) throws IOException, InterruptedException {
        var request = fixture.site
                .request(path)
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + admin)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        return answer.body();
    }

    @Test
    void theOneTimeCodesOfAnImportOpenTheDoorOnce() throws IOException, InterruptedException {
        var id = send(good()).json().get("id").asText();
        confirm(id);
        var first = codeOf(download("POST", "/people/import/" + id + "/codes"), "eve");
        var second = codeOf(download("POST", "/people/import/" + id + "/codes"), "eve");
        assertThat(choose(first).status()).isEqualTo(422);
        assertThat(choose(second).status()).isEqualTo(200);
        var third = Workbook.read(download("POST", "/people/import/" + id + "/codes"));
        assertThat(third.tables().get(0).lines()).hasSize(2);
        assertThat(fixture.signIn("eve", "a password of eve").status()).isEqualTo(200);
    }

    private static String codeOf(byte[] file, String account) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            return rows.filter(row -> row.getCellText(2).equals(account))
                    .findFirst()
                    .orElseThrow()
                    .getCellText(3);
        }
    }

    private Site.Answer choose(String code) {
        return fixture.site.json(
                "",
                "POST",
                "/first-password",
                "{\"account\":\"eve\",\"code\":\"" + code + "\",\"password\":\"a password of eve\"}");
    }

    private static Sheets many() {
        return new Sheets()
                .units(row("大科", "", "office"))
                .people(IntStream.range(0, 2500)
                        .mapToObj(i -> row("many" + i, "人" + i, "大科", "", "", "", "2024-01-01", ""))
                        .toArray(Object[][]::new));
    }

    @Test
    void manyPeopleComeInAtOnce() {
        assertThat(confirm(send(many()).json().get("id").asText()).status()).isEqualTo(200);
        assertThat(await(fixture.org.organization().countBelow(new UnitId("office"))))
                .isEqualTo(2503);
    }

    @Test
    void aRaceLostInTheMiddleTakesAllOfThemBack() {
        var id = send(many()).json().get("id").asText();
        var other = OrgFixture.person("other", "it");
        var inTheWay =
                new Person(ImportCheck.personId(id, 2400), "other", "他", other.service(), List.of(), Language.ZH, true);
        await(fixture.org.addPeople(List.of(inTheWay), OrgFixture.PASSWORD));
        assertThat(confirm(id).status()).isEqualTo(409);
        assertThat(await(fixture.org.organization().countBelow(new UnitId("office"))))
                .isEqualTo(4);
        assertThat(fixture.org.organization().units().size()).isEqualTo(5);
        assertThat(fixture.site
                        .get(admin, "/people/import/" + id)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("undone");
    }

    @Test
    void everyPageOfAnImportIsWhole() {
        var id = send(good()).json().get("id").asText();
        for (var path : new String[] {"/people/import", "/people/import/" + id}) {
            var page = fixture.site.page(admin, path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain(">org.", "Optional");
        }
    }
}
