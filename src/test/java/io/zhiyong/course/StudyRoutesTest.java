package io.zhiyong.course;

import static io.zhiyong.course.CourseFixture.AUTHOR;
import static io.zhiyong.course.CourseFixture.CADRE;
import static io.zhiyong.course.CourseFixture.lesson;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class StudyRoutesTest {
    private static final String RIGHT = answers("\"A\"");
    private static final String WRONG = answers("\"B\"");

    private CourseFixture fixture;
    private Site site;

    private static String answers(String values) {
        return "{\"answers\":[{\"question\":\"q1\",\"values\":[" + values + "]}]}";
    }

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new CourseFixture(vertx, store);
        site = fixture.site;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Site.Answer answer(String course, int lesson, String body) {
        return site.json(CADRE, "POST", "/courses/" + course + "/lessons/" + lesson + "/checkpoint", body);
    }

    @Test
    void nobodyStudiesWithoutSigningIn() {
        var id = fixture.published(lesson("一", "q1"));
        for (var path : new String[] {"/courses", "/courses/" + id, "/courses/" + id + "/lessons/1"}) {
            assertThat(site.get("", path).status()).isEqualTo(401);
            assertThat(site.page("", path).header("Location")).startsWith("/sign-in");
        }
        assertThat(site.json("", "POST", "/courses/" + id + "/lessons/1/checkpoint", RIGHT)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aDraftIsNotStudied() {
        var id = fixture.draft(lesson("一", "q1"));
        assertThat(site.get(CADRE, "/courses/" + id).status()).isEqualTo(404);
        assertThat(site.get(CADRE, "/courses/" + id + "/lessons/1").status()).isEqualTo(404);
        assertThat(answer(id, 1, RIGHT).status()).isEqualTo(404);
        assertThat(site.get(CADRE, "/courses").json().get("subjects")).isEmpty();
    }

    @Test
    void keysAndExplanationsAreShownOnlyAfterAnAnswer() {
        var id = fixture.published(lesson("一", "q1", "q2", "q3", "q4"));
        var before = site.get(CADRE, "/courses/" + id + "/lessons/1");
        assertThat(before.text())
                .doesNotContain("解析q1")
                .doesNotContain("\"right\":true")
                .doesNotContain("三十日");
        assertThat(site.page(CADRE, "/courses/" + id + "/lessons/1").text()).doesNotContain("解析q1");
        var after = answer(id, 1, WRONG).json().get("checkpoint");
        assertThat(after.get("answered").asBoolean()).isTrue();
        assertThat(after.get("mastered").asBoolean()).isFalse();
        assertThat(after.at("/questions/0/feedback/explanation").asText()).isEqualTo("解析q1");
        assertThat(after.at("/questions/0/feedback/basis").asText()).contains("35");
    }

    @Test
    void masteringEveryCheckpointCompletesTheCourseOnceAndIsCreditedByItsRule() {
        var id = fixture.published(lesson("一", "q1"), lesson("二", "q1"));
        answer(id, 1, WRONG);
        assertThat(fixture.told).isEmpty();
        answer(id, 1, RIGHT);
        assertThat(site.get(CADRE, "/courses/" + id).json().get("go").asText()).endsWith("/lessons/2");
        var last = site.form(
                CADRE,
                "/courses/" + id + "/lessons/2/checkpoint",
                "answers%5B0%5D.question=q1",
                "answers%5B0%5D.values=A");
        assertThat(last.status()).isEqualTo(303);
        assertThat(last.header("Location")).isEqualTo("/courses/" + id + "/completion");
        assertThat(fixture.told.values())
                .extracting(draft -> draft.verb())
                .containsExactlyInAnyOrder(Verb.MASTERED, Verb.MASTERED, Verb.COMPLETED);
        var completion = site.get(CADRE, "/courses/" + id + "/completion").json();
        assertThat(completion.at("/credit/0/hours").asInt()).isEqualTo(1);
        assertThat(completion.at("/credit/0/rule/zh-CN").asText()).contains("30 分钟");
        assertThat(site.page(CADRE, "/courses/" + id + "/completion").text()).contains("cadre-education@1");
        var told = fixture.told.size();
        answer(id, 2, RIGHT);
        answer(id, 2, WRONG);
        assertThat(fixture.told).hasSize(told);
        assertThat(site.get(CADRE, "/courses/" + id)
                        .json()
                        .at("/course/study/state")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void completionIsNotShownBeforeItIsThere() {
        var id = fixture.published(lesson("一", "q1"));
        assertThat(site.get(CADRE, "/courses/" + id + "/completion").status()).isEqualTo(409);
    }

    @Test
    void whatTheRecordCouldNotBeToldIsToldAfterARestart() {
        var id = fixture.published(lesson("一", "q1"));
        fixture.recordFails = true;
        assertThat(answer(id, 1, RIGHT).status()).isEqualTo(500);
        assertThat(fixture.told).isEmpty();
        fixture.recordFails = false;
        await(fixture.courses.start());
        assertThat(fixture.told).hasSize(2);
        await(fixture.courses.start());
        assertThat(fixture.told).hasSize(2);
    }

    @Test
    void theNewestPositionIsThereOnTheNextDevice() {
        var id = fixture.published(lesson("一", "q1"));
        var address = "/courses/" + id + "/lessons/1/position";
        assertThat(site.json(CADRE, "POST", address, "{\"at\":0.4}").status()).isEqualTo(200);
        assertThat(site.form(CADRE, address, "at=0.75").status()).isEqualTo(303);
        assertThat(site.get(CADRE, "/courses/" + id + "/lessons/1")
                        .json()
                        .get("position")
                        .asDouble())
                .isEqualTo(0.75);
        assertThat(site.page(CADRE, "/courses/" + id + "/lessons/1").text()).contains("data-position=\"0.75\"");
        for (var bad : new String[] {"{\"at\":-1}", "{\"at\":1e99}", "{\"at\":\"x\"}", "{}"}) {
            assertThat(site.json(CADRE, "POST", address, bad).status()).isEqualTo(422);
        }
    }

    @Test
    void manyDevicesAtOnceLoseNothing() {
        var id = fixture.published(lesson("一", "q1"), lesson("二", "q1"), lesson("三", "q1"));
        IntStream.range(0, 24).parallel().forEach(n -> {
            if (n % 8 < 3) {
                assertThat(answer(id, n % 8 + 1, RIGHT).status()).isEqualTo(200);
            } else {
                site.json(CADRE, "POST", "/courses/" + id + "/lessons/1/position", "{\"at\":0." + n + "}");
            }
        });
        assertThat(site.get(CADRE, "/courses/" + id)
                        .json()
                        .at("/course/study/done")
                        .asInt())
                .isEqualTo(3);
        assertThat(fixture.told).hasSize(4);
    }

    @Test
    void badAnswersAreRefusedAndNothingIsKept() {
        var id = fixture.published(lesson("一", "q1", "q3"));
        for (var bad : new String[] {
            "{\"answers\":[{\"question\":\"q9\",\"values\":[\"A\"]}]}",
            "{\"answers\":[{\"question\":\"q1\",\"values\":[\"Z\"]}]}",
            "{\"answers\":[{\"question\":\"q1\",\"values\":[\"A\",\"B\"]}]}",
            "{\"answers\":[{\"values\":[\"A\"]}]}",
            "{\"other\":1}",
            "[]"
        }) {
            assertThat(answer(id, 1, bad).status()).as(bad).isEqualTo(422);
        }
        assertThat(site.get(CADRE, "/courses/" + id + "/lessons/1")
                        .json()
                        .at("/checkpoint/answered")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var id = fixture.published(lesson("一", "q1"), lesson("二"));
        for (var path : new String[] {
            "/courses/nothing",
            "/courses/" + id + "/lessons/3",
            "/courses/" + id + "/lessons/x",
            "/courses/nothing/lessons/1"
        }) {
            assertThat(site.get(CADRE, path).status()).as(path).isEqualTo(404);
            assertThat(site.page(CADRE, path).status()).as(path).isEqualTo(404);
        }
        assertThat(site.get(CADRE, "/courses/-bad-").status()).isEqualTo(422);
        assertThat(answer(id, 2, RIGHT).status()).isEqualTo(409);
    }

    @Test
    void aLessonWithoutACheckpointIsDoneOnceItIsOpened() {
        var id = fixture.published(lesson("一"), lesson("二", "q1"));
        site.get(CADRE, "/courses/" + id + "/lessons/1");
        var course = site.get(CADRE, "/courses/" + id).json();
        assertThat(course.at("/lessons/0/state").asText()).isEqualTo("done");
        assertThat(course.get("go").asText()).endsWith("/lessons/2");
    }

    @Test
    void theListShowsMineFirstTheLateBeforeTheBegun() {
        var begun = fixture.published(lesson("一", "q1"));
        var due = fixture.published(lesson("一", "q1"));
        site.get(CADRE, "/courses/" + begun + "/lessons/1");
        fixture.deadlines.put(due, LocalDate.parse("2026-05-20"));
        var list = site.get(CADRE, "/courses").json();
        assertThat(list.at("/mine/0/id").asText()).isEqualTo(due);
        assertThat(list.at("/mine/0/study/late").asBoolean()).isTrue();
        assertThat(list.at("/mine/1/id").asText()).isEqualTo(begun);
        assertThat(list.at("/subjects/0/courses")).hasSize(2);
        assertThat(site.get(CADRE, "/courses?q=first").json().at("/subjects/0/courses"))
                .hasSize(2);
        assertThat(site.get(CADRE, "/courses?q=nothing").json().get("subjects")).isEmpty();
        assertThat(site.page(CADRE, "/courses").text()).contains("Overdue").contains("2026-05-20");
    }

    @Test
    void aRetiredCourseIsFinishedByThoseWhoBeganAndBegunByNobody() {
        var id = fixture.published(lesson("一", "q1"));
        site.get(CADRE, "/courses/" + id + "/lessons/1");
        site.json(AUTHOR, "POST", "/courses/" + id + "/retire", "{\"reason\":\"法律已修订\"}");
        assertThat(answer(id, 1, RIGHT).status()).isEqualTo(200);
        assertThat(site.get("second", "/courses/" + id).status()).isEqualTo(404);
    }
}
