package io.zhiyong.questionbank;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import io.zhiyong.web.Routes;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class QuestionRoutesTest {
    private static final String WRITER = "wang:organizer@u-root";
    private static final String CADRE = "li";
    private static final String NEW = """
            {"place":{"subject":"监察法","difficulty":2,"basis":"监察法/46/4"},"type":"SINGLE","stem":"管护几日？",
             "options":[{"text":"七日","right":true},{"text":"十日"},{"text":" "}],"explanation":"一般七日。"}""";

    private QuestionBankModule bank;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        bank = new QuestionBankModule(vertx, store, Clock.systemUTC());
        await(bank.start());
        site = Site.open(vertx, Clock.systemUTC(), bank.routes().toArray(Routes[]::new));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theShippedBankIsLoadedOnce() {
        var before = await(bank.subjects()).stream().mapToInt(Subject::count).sum();
        await(bank.start());
        assertThat(before).isGreaterThanOrEqualTo(300);
        assertThat(await(bank.subjects()).stream().mapToInt(Subject::count).sum())
                .isEqualTo(before);
    }

    @Test
    void cadresAndStrangersStayOutside() {
        for (var path : List.of("/questions", "/questions/new", "/questions/gwy-0026", "/questions/import")) {
            assertThat(site.get(CADRE, path).status()).as(path).isEqualTo(403);
            assertThat(site.get("", path).status()).as(path).isEqualTo(401);
        }
        assertThat(site.json(CADRE, "POST", "/questions", NEW).status()).isEqualTo(403);
        assertThat(site.json(CADRE, "POST", "/questions/gwy-0026", NEW).status())
                .isEqualTo(403);
        assertThat(site.json(CADRE, "POST", "/questions/gwy-0026/state", "{\"state\":\"RETIRED\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void questionsAreFoundByFilterAndByWordsInThemAndPaged() {
        var one = site.get(WRITER, "/questions?words=" + "%E7%AE%A1%E6%8A%A4%E6%8E%AA%E6%96%BD" + "&limit=5");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().at("/questions")).isNotEmpty();
        one.json()
                .at("/questions")
                .forEach(found -> assertThat(found.at("/stem").asText()).contains("管护措施"));
        var first = site.get(WRITER, "/questions?type=FILL_IN&limit=3").json();
        assertThat(first.at("/questions")).hasSize(3);
        var second = site.get(WRITER, first.at("/next").asText() + "&limit=3").json();
        assertThat(second.at("/questions/0/id").asText())
                .isGreaterThan(first.at("/questions/2/id").asText());
        assertThat(site.get(WRITER, "/questions?type=ESSAY").status()).isEqualTo(422);
        assertThat(site.get(WRITER, "/questions?words=x%20").status()).isEqualTo(200);
    }

    @Test
    void everyPageIsShownAsHtml() {
        for (var path : List.of(
                "/questions",
                "/questions?type=SINGLE&state=PUBLISHED",
                "/questions/gwy-0026",
                "/questions/gwy-0026/edit",
                "/questions/new",
                "/questions/import")) {
            var page = site.page(WRITER, path);
            assertThat(page.status()).as(path + page.text()).isEqualTo(200);
            assertThat(page.text()).contains("<h1>").doesNotContain("questionbank.", "View[", "Row[", "Option[");
        }
    }

    @Test
    void aQuestionIsWrittenEditedJudgedAndKeepsItsVersions() {
        var made = site.json(WRITER, "POST", "/questions", NEW);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var path = made.header("Location");
        assertThat(made.json().at("/item/state").asText()).isEqualTo("DRAFT");
        assertThat(made.json().at("/key/0/0").asText()).isEqualTo("A");
        assertThat(site.json(WRITER, "POST", path + "/state", "{\"state\":\"PUBLISHED\"}")
                        .status())
                .isEqualTo(409);
        site.json(WRITER, "POST", path + "/state", "{\"state\":\"REVIEW\"}");
        site.json(WRITER, "POST", path + "/state", "{\"state\":\"PUBLISHED\"}");
        var edited = site.json(WRITER, "POST", path, NEW.replace("管护几日", "管护多少日"));
        assertThat(edited.json().at("/face/version").asInt()).isEqualTo(4);
        assertThat(edited.json().at("/item/state").asText()).isEqualTo("PUBLISHED");
        assertThat(edited.json().at("/versions")).hasSize(4);
    }

    @Test
    void wrongQuestionsAreRefusedWithTheFieldAtFault() {
        var noSubject = site.json(WRITER, "POST", "/questions", NEW.replace("\"subject\":\"监察法\",", ""));
        assertThat(noSubject.status()).isEqualTo(422);
        assertThat(noSubject.text()).contains("subject");
        assertThat(site.json(WRITER, "POST", "/questions", NEW.replace("true", "false"))
                        .status())
                .isEqualTo(422);
        assertThat(site.json(WRITER, "POST", "/questions", NEW.replace("监察法/46/4", "监察法/四十六"))
                        .text())
                .contains("law/article/paragraph");
        assertThat(site.json(WRITER, "POST", "/questions", "[1]").status()).isEqualTo(422);
        assertThat(site.json(WRITER, "POST", "/questions", "{").status()).isEqualTo(422);
        assertThat(site.get(WRITER, "/questions/none").status()).isEqualTo(404);
        assertThat(site.get(WRITER, "/questions/a%20b").status()).isEqualTo(422);
    }

    private Site.Answer upload(String who, String fileName, String content) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"publish\"\r\n\r\ntrue\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
        return site.send(
                who,
                site.request("/questions/import")
                        .POST(BodyPublishers.ofString(body))
                        .header("Accept", "application/json")
                        .header("Content-Type", "multipart/form-data; boundary=b"));
    }

    @Test
    void aFileIsTriedConfirmedAndUndone() {
        var dry = upload(
                WRITER, "试题.gift", "$CATEGORY: 税法\n\n// [id:sf-1]\n甲{T}\n\n乙{\n\n甲{T}\n\n// [id:gwy-0026]\n丙{F}");
        assertThat(dry.status()).as(dry.text()).isEqualTo(201);
        assertThat(dry.json().at("/freshCount").asInt()).isEqualTo(1);
        assertThat(dry.json().at("/understood").asInt()).isEqualTo(2);
        assertThat(dry.json().at("/findings/duplicates")).hasSize(1);
        assertThat(dry.json().at("/findings/refused")).hasSize(2);
        assertThat(site.get(WRITER, "/questions/sf-1").status()).isEqualTo(404);
        var path = "/questions/imports/" + dry.json().at("/id").asText();
        assertThat(site.page(WRITER, path).text()).contains("Import 1 questions");
        assertThat(site.json(CADRE, "POST", path + "/confirm").status()).isEqualTo(403);
        assertThat(site.json(WRITER, "POST", path + "/confirm").status()).isEqualTo(200);
        assertThat(site.json(WRITER, "POST", path + "/confirm").status()).isEqualTo(409);
        assertThat(site.get(WRITER, "/questions/sf-1").json().at("/item/state").asText())
                .isEqualTo("PUBLISHED");
        assertThat(site.json(WRITER, "POST", path + "/undo").status()).isEqualTo(200);
        assertThat(site.get(WRITER, "/questions/sf-1").json().at("/item/state").asText())
                .isEqualTo("RETIRED");
    }

    @Test
    void uploadsOfOtherKindsAreRefused() {
        assertThat(upload(WRITER, "a.exe", "MZ").status()).isEqualTo(415);
        assertThat(upload(WRITER, "a.gift", "").status()).isEqualTo(422);
        assertThat(upload(CADRE, "a.gift", "甲{T}").status()).isEqualTo(403);
    }

    @Test
    void theBankIsExportedAsItWasRead() {
        var file = site.get(WRITER, "/questions/export?subject=%E7%9B%91%E5%AF%9F%E6%B3%95");
        assertThat(file.status()).isEqualTo(200);
        var reading = GiftReader.read(file.text(), new Reading.Defaults("", "", QuestionState.PUBLISHED));
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.understood()).hasSizeGreaterThan(50);
    }
}
