package io.zhiyong.exam;

import static io.zhiyong.exam.ExamFixture.LI;
import static io.zhiyong.exam.ExamFixture.ORGANIZER;
import static io.zhiyong.exam.ExamFixture.SETTING;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ExamRoutesTest {
    private ExamFixture it;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        it = new ExamFixture(vertx, store);
    }

    @AfterEach
    void close() {
        it.close();
    }

    /** The right values of a question in the letters that the paper shows, found as a candidate could not: in the bank. */
    private List<String> key(JsonNode item) {
        var found = it.site.get(ORGANIZER, "/questions?limit=200&subject=" + "%E5%85%AC%E5%8A%A1%E5%91%98%E6%B3%95");
        var more = it.site.get(ORGANIZER, "/questions?limit=200&subject=" + "%E7%9B%91%E5%AF%9F%E6%B3%95");
        for (var list : List.of(found, more)) {
            for (var question : list.json().at("/questions")) {
                if (question.at("/stem").equals(item.at("/stem"))) {
                    return shownKey(item, question.at("/id").asText());
                }
            }
        }
        throw new AssertionError("not in the bank: " + item);
    }

    private List<String> shownKey(JsonNode item, String id) {
        var full = it.site.get(ORGANIZER, "/questions/" + id).json();
        var right = new ArrayList<String>();
        for (var option : full.at("/options")) {
            for (var shown : item.at("/options")) {
                if (option.at("/right").asBoolean() && shown.at("/text").equals(option.at("/text"))) {
                    right.add(shown.at("/letter").asText());
                }
            }
        }
        return right.isEmpty() ? List.of(full.at("/key/0/0").asText()) : right;
    }

    private void answerAllRightly(String who, String attempt) {
        for (var item : it.site.get(who, attempt).json().at("/items")) {
            var saved = it.answer(
                    who, attempt, item.at("/number").asInt(), 1, key(item).toArray(String[]::new));
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        }
    }

    @Test
    void theStoryFromDraftToRecord() {
        var exam = it.published(SETTING);
        assertThat(it.site.get(LI, "/exams").json().at("/due")).hasSize(1);
        var attempt = it.begun(LI, exam);
        answerAllRightly(LI, attempt);
        it.pass(600);
        var result = it.site.json(LI, "POST", attempt + "/submit");
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.json().at("/score/score").asDouble()).isEqualTo(100);
        assertThat(result.json().at("/score/passed").asBoolean()).isTrue();
        assertThat(result.json().at("/items/0/why/basis").asText()).startsWith("《公务员法》");
        assertThat(result.json().at("/items/0/why/explanation").asText()).isNotBlank();
        assertThat(it.told.values()).extracting(draft -> draft.verb()).containsOnlyOnce(Verb.ATTEMPTED, Verb.PASSED);
        assertThat(it.told.values().stream().filter(draft -> draft.verb() == Verb.ANSWERED))
                .hasSize(7);
        assertThat(it.site.get(LI, "/exams").json().at("/past/0/best/score").asInt())
                .isEqualTo(100);
    }

    @Test
    void everyPageIsShownAsHtml() {
        var exam = it.published(SETTING);
        var attempt = it.begun(LI, exam);
        for (var path : List.of("/exams", exam, attempt, attempt + "/submit")) {
            page(LI, path);
        }
        it.site.json(LI, "POST", attempt + "/submit");
        page(LI, attempt + "/result");
        for (var path : List.of("/exams", "/exams/new", exam, exam + "/edit", exam + "/results")) {
            page(ORGANIZER, path);
        }
    }

    private void page(String who, String path) {
        var page = it.site.page(who, path);
        assertThat(page.status()).as(path + page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("<h1")
                .doesNotContain("View[", "Row[", "Item[", "Option[")
                .doesNotContainPattern(">(exam|questionbank)\\.[a-z]");
    }

    @Test
    void theKeyIsNowhereBeforeItsTime() {
        var exam = it.published(SETTING.replace("AT_ONCE", "AFTER_CLOSE"));
        var attempt = it.begun(LI, exam);
        for (var path : List.of(exam, attempt, attempt + "/submit")) {
            var text = it.site.get(LI, path).text() + it.site.page(LI, path).text();
            assertThat(text)
                    .doesNotContain("\"right\"")
                    .doesNotContain("\"explanation\"", "class=\"explanation", "is-right");
        }
        var secret = it.site.get(LI, exam).json().at("/proof/secret");
        assertThat(secret.isNull() || secret.isMissingNode()).isTrue();
        var result = it.site.json(LI, "POST", attempt + "/submit").json();
        assertThat(result.at("/items")).isEmpty();
        assertThat(result.at("/handed/outcome/marks")).isEmpty();
        it.pass(40L * 86_400);
        assertThat(it.site.get(LI, attempt + "/result").json().at("/items")).hasSize(7);
        assertThat(it.site.get(LI, exam).json().at("/proof/secret").asText()).isNotBlank();
    }

    @Test
    void anothersAttemptIsNotThere() {
        var attempt = it.begun(LI, it.published(SETTING));
        for (var who : List.of("zhao", "zhao2", ORGANIZER)) {
            assertThat(it.site.get(who, attempt).status()).isEqualTo(404);
            assertThat(it.site.get(who, attempt + "/result").status()).isEqualTo(404);
            assertThat(it.site.get(who, attempt + "/submit").status()).isEqualTo(404);
            assertThat(it.site.json(who, "POST", attempt + "/submit").status()).isEqualTo(404);
            assertThat(it.answer(who, attempt, 1, 1, "A").status()).isEqualTo(404);
        }
        assertThat(it.site.get("", attempt).status()).isEqualTo(401);
    }

    @Test
    void anExamIsThereOnlyForItsUnit() {
        var exam = it.published(SETTING);
        assertThat(it.site.get("zhao2", exam).status()).isEqualTo(404);
        assertThat(it.site.json("zhao2", "POST", exam + "/attempts").status()).isEqualTo(404);
        assertThat(it.site.get("zhao2", "/exams").json().at("/due")).isEmpty();
        assertThat(it.site.get("zhao", exam).status()).isEqualTo(200);
    }

    @Test
    void onlyItsOrganizersSetAnExam() {
        var exam = it.published(SETTING);
        for (var path : List.of("/exams/new", exam + "/edit", exam + "/results")) {
            assertThat(it.site.get(LI, path).status()).as(path).isEqualTo(403);
        }
        assertThat(it.site.json(LI, "POST", "/exams", SETTING).status()).isEqualTo(403);
        assertThat(it.site.json(LI, "POST", exam, SETTING).status()).isEqualTo(403);
        assertThat(it.site.json(LI, "POST", exam + "/publish").status()).isEqualTo(403);
        assertThat(it.site.json(LI, "POST", exam + "/withdraw").status()).isEqualTo(403);
        var elsewhere = "sun2:organizer@u-two";
        assertThat(it.site.json(elsewhere, "POST", "/exams", SETTING).status()).isEqualTo(403);
        assertThat(it.site.json(elsewhere, "POST", exam + "/withdraw").status()).isEqualTo(403);
        assertThat(it.site.get(elsewhere, exam + "/results").status()).isEqualTo(403);
    }

    @Test
    void anOlderResendChangesNothing() {
        var attempt = it.begun(LI, it.published(SETTING));
        assertThat(it.answer(LI, attempt, 1, 5, "B")
                        .json()
                        .at("/count/sequence")
                        .asInt())
                .isEqualTo(5);
        assertThat(it.answer(LI, attempt, 1, 4, "A").status()).isEqualTo(200);
        assertThat(it.answer(LI, attempt, 1, 5, "C").status()).isEqualTo(200);
        var options = it.site.get(LI, attempt).json().at("/items/0/options");
        options.forEach(option -> assertThat(option.at("/chosen").asBoolean())
                .isEqualTo(option.at("/letter").asText().equals("B")));
        it.answer(LI, attempt, 1, 6);
        assertThat(it.site.get(LI, attempt).json().at("/count/answered").asInt())
                .isZero();
    }

    @Test
    void whenTheTimeIsUpTheClockHandsIn() {
        var attempt = it.begun(LI, it.published(SETTING));
        it.answer(LI, attempt, 1, 1, "A");
        it.pass(3600 + 4);
        assertThat(it.answer(LI, attempt, 2, 2, "A").status()).isEqualTo(200);
        it.pass(4);
        assertThat(it.answer(LI, attempt, 3, 3, "A").status()).isEqualTo(409);
        var result = it.site.get(LI, attempt + "/result").json();
        assertThat(result.at("/handed/automatically").asBoolean()).isTrue();
        assertThat(result.at("/handed/at").asText()).isEqualTo("2026-06-01T02:00:00Z");
        assertThat(it.site.page(LI, attempt).status()).isEqualTo(303);
    }

    @Test
    void theSweepHandsInWhatNobodyLooksAt() {
        it.begun(LI, it.published(SETTING));
        it.pass(3700);
        await(it.exams.sweep());
        assertThat(it.told.values()).extracting(draft -> draft.verb()).contains(Verb.FAILED);
    }

    @Test
    void handedInTwiceItStaysAsItWas() {
        var attempt = it.begun(LI, it.published(SETTING));
        var first = it.site.json(LI, "POST", attempt + "/submit");
        it.pass(60);
        var second = it.site.json(LI, "POST", attempt + "/submit");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(it.answer(LI, attempt, 1, 1, "A").status()).isEqualTo(409);
        assertThat(it.told).hasSize(9);
    }

    @Test
    void whoBeginsTwiceAtOnceSitsOneAttempt() {
        var exam = it.published(SETTING);
        var both = List.of(1, 2, 3, 4).stream()
                .map(n -> CompletableFuture.supplyAsync(() -> it.begun(LI, exam)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void thereAreAsManyAttemptsAsTheTermsSayAndTheBestCounts() {
        var exam = it.published(SETTING);
        var first = it.begun(LI, exam);
        answerAllRightly(LI, first);
        it.site.json(LI, "POST", first + "/submit");
        var second = it.begun(LI, exam);
        assertThat(second).isNotEqualTo(first);
        it.site.json(LI, "POST", second + "/submit");
        assertThat(it.site.json(LI, "POST", exam + "/attempts").status()).isEqualTo(409);
        assertThat(it.site.get(LI, exam).json().at("/item/best/number").asInt()).isEqualTo(1);
        assertThat(it.site.get(ORGANIZER, exam + "/results").json().at("/rows")).hasSize(2);
    }

    @Test
    void whatCannotBeAnAnswerIsRefusedByItsNumber() {
        var attempt = it.begun(LI, it.published(SETTING));
        assertThat(it.answer(LI, attempt, 1, 1, "A", "B").status()).isEqualTo(422);
        assertThat(it.answer(LI, attempt, 1, 1, "Z").text()).contains("answers[1]");
        assertThat(it.answer(LI, attempt, 99, 1, "A").status()).isEqualTo(422);
        assertThat(it.answer(LI, attempt, 1, 0, "A").status()).isEqualTo(422);
        assertThat(it.answer(LI, attempt, 7, 1, "x", "y").status()).isEqualTo(422);
        assertThat(it.site
                        .json(LI, "POST", attempt + "/answers", "{\"answers\":[1]}")
                        .status())
                .isEqualTo(422);
        assertThat(it.site
                        .json(LI, "POST", attempt + "/answers", "{\"answers\":{\"1\":null}}")
                        .status())
                .isEqualTo(422);
        assertThat(it.site.json(LI, "POST", attempt + "/answers", "{").status()).isEqualTo(422);
        var xml = it.site
                .request(attempt + "/answers")
                .POST(BodyPublishers.ofString("<a/>"))
                .header("Content-Type", "text/xml")
                .header("Accept", "application/json");
        assertThat(it.site.send(LI, xml).status()).isEqualTo(415);
        assertThat(it.site.get(LI, "/attempts/none").status()).isEqualTo(404);
        assertThat(it.site.get(LI, "/exams/none").status()).isEqualTo(404);
        assertThat(it.site.get(LI, attempt).json().at("/count/answered").asInt())
                .isZero();
    }

    @Test
    void aPageWithoutScriptSendsTheWholePaper() {
        var attempt = it.begun(LI, it.published(SETTING));
        var sent = it.site.form(
                LI, attempt + "/answers", "answers%5B1%5D=A", "answers%5B4%5D=", "answers%5B4%5D=B", "flagged=1");
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo(attempt + "/submit");
        var paper = it.site.get(LI, attempt).json();
        assertThat(paper.at("/count/answered").asInt()).isEqualTo(2);
        assertThat(paper.at("/items/0/status/flagged").asBoolean()).isTrue();
        it.site.form(LI, attempt + "/answers", "answers%5B4%5D=");
        assertThat(it.site.get(LI, attempt).json().at("/count/answered").asInt())
                .isEqualTo(1);
    }

    @Test
    void anExamThatTheBankCannotFillIsNotPublished() {
        var made = it.site.json(ORGANIZER, "POST", "/exams", SETTING.replace("\"count\":3", "\"count\":400"));
        var exam = "/exams/" + made.json().at("/item/id").asText();
        var refused = it.site.json(ORGANIZER, "POST", exam + "/publish");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("rows[0]");
        assertThat(it.site.page(ORGANIZER, exam + "/edit").text()).contains("field-problem");
        assertThat(it.site.get(LI, exam).status()).isEqualTo(404);
        assertThat(it.site.json(ORGANIZER, "POST", exam, SETTING).status()).isEqualTo(200);
        assertThat(it.site.json(ORGANIZER, "POST", exam + "/publish").status()).isEqualTo(200);
        assertThat(it.site.json(ORGANIZER, "POST", exam, SETTING).status()).isEqualTo(409);
        assertThat(it.site.json(ORGANIZER, "POST", exam + "/withdraw").status()).isEqualTo(200);
        assertThat(it.site.json(LI, "POST", exam + "/attempts").status()).isEqualTo(409);
    }

    @Test
    void wrongSettingsAreRefusedWithTheFieldAtFault() {
        for (var wrong : List.of(
                SETTING.replace("\"2026-06-30T18:00\"", "\"2026-05-30T18:00\""),
                SETTING.replace("2026-06-30T18:00", "下周"),
                SETTING.replace("\"minutes\":60", "\"minutes\":0"),
                SETTING.replace("\"attempts\":2", "\"attempts\":0"),
                SETTING.replace("\"passPercent\":60", "\"passPercent\":101"),
                SETTING.replace("\"each\":10", "\"each\":0"),
                SETTING.replace("\"each\":10", "\"each\":1.234"),
                SETTING.replace("公务员法测验", " "),
                SETTING.replace("\"PARTIAL\"", "\"SOME\""),
                SETTING.replace("u-one", "u-none"))) {
            var refused = it.site.json(ORGANIZER, "POST", "/exams", wrong);
            assertThat(refused.status()).as(refused.text()).isIn(404, 422);
        }
    }
}
