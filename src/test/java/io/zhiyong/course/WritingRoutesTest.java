package io.zhiyong.course;

import static io.zhiyong.course.CourseFixture.AUTHOR;
import static io.zhiyong.course.CourseFixture.CADRE;
import static io.zhiyong.course.CourseFixture.ELSEWHERE;
import static io.zhiyong.course.CourseFixture.SECOND;
import static io.zhiyong.course.CourseFixture.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class WritingRoutesTest {
    private static final String PDF = "%PDF-1.7 " + "x".repeat(1000);
    private static final String MP4 = "\0\0\0\30ftypisom" + "0123456789".repeat(60_000);

    private CourseFixture fixture;
    private Site site;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        fixture = new CourseFixture(vertx, store);
        site = fixture.site;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A part of a form with files. */
    private record Part(String head, String content) {
        static Part field(String name, String value) {
            return new Part("name=\"" + name + "\"", value);
        }

        static Part file(String name, String fileName, String content) {
            return new Part("name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/html", content);
        }
    }

    private Site.Answer upload(String who, String course, Part... parts) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.writeBytes(
                    ("--x\r\nContent-Disposition: form-data; " + part.head() + "\r\n\r\n" + part.content() + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return site.send(
                who,
                site.request("/courses/" + course + "/edit/files")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Accept", "application/json")
                        .header("Content-Type", "multipart/form-data; boundary=x"));
    }

    @Test
    void onlyOrganizersOfTheUnitWrite() {
        var id = fixture.draft(lesson("一", "q1"));
        for (var who : List.of(CADRE, "m:manager@u-root", "a:administrator@u-root", ELSEWHERE)) {
            assertThat(site.get(who, "/courses/" + id + "/edit").status())
                    .as(who)
                    .isEqualTo(403);
            for (var path : List.of("/edit", "/edit/lessons", "/edit/lessons/l1", "/send-back", "/retire")) {
                var body = path.contains("lessons")
                        ? lesson("二")
                        : path.equals("/edit")
                                ? "{\"title\":\"x\",\"summary\":\"x\",\"subject\":\"x\",\"minutes\":1}"
                                : "{\"reason\":\"x\"}";
                assertThat(site.json(who, "POST", "/courses/" + id + path, body).status())
                        .as(who + path)
                        .isEqualTo(403);
            }
            for (var path : List.of("/submit", "/publish", "/edit/lessons/l1/remove", "/edit/lessons/l1/earlier")) {
                assertThat(site.json(who, "POST", "/courses/" + id + path).status())
                        .as(who + path)
                        .isEqualTo(403);
            }
            assertThat(upload(
                                    who,
                                    id,
                                    Part.field("title", "x"),
                                    Part.field("minutes", "5"),
                                    Part.file("file", "a.pdf", PDF))
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(site.get(CADRE, "/courses/new").status()).isEqualTo(403);
        assertThat(site.get(CADRE, "/courses/writing").status()).isEqualTo(403);
        assertThat(site.get(ELSEWHERE, "/courses/writing").json().get("courses"))
                .isEmpty();
        assertThat(site.get(SECOND, "/courses/writing").json().get("courses")).hasSize(1);
    }

    @Test
    void whoWroteItDoesNotPublishItAndAnotherDoes() {
        var id = fixture.draft(lesson("一", "q1"));
        assertThat(site.json(SECOND, "POST", "/courses/" + id + "/publish").status())
                .isEqualTo(409);
        assertThat(site.json(AUTHOR, "POST", "/courses/" + id + "/submit").status())
                .isEqualTo(200);
        assertThat(site.json(AUTHOR, "POST", "/courses/" + id + "/publish").status())
                .isEqualTo(403);
        assertThat(site.page(AUTHOR, "/courses/" + id + "/edit").text()).doesNotContain("/publish\"");
        assertThat(site.page(SECOND, "/courses/" + id + "/edit").text()).contains("/publish\"");
        var published = site.json(SECOND, "POST", "/courses/" + id + "/publish").json();
        assertThat(published.get("state").asText()).isEqualTo("published");
        assertThat(published.at("/history/1/by").asText()).isEqualTo("second");
        assertThat(site.get(CADRE, "/courses/" + id).status()).isEqualTo(200);
    }

    @Test
    void aSubmittedDraftIsSentBackWithAReasonAndWrittenAgain() {
        var id = fixture.draft(lesson("一", "q1"));
        site.json(AUTHOR, "POST", "/courses/" + id + "/submit");
        assertThat(site.json(AUTHOR, "POST", "/courses/" + id + "/edit/lessons", lesson("二"))
                        .status())
                .isEqualTo(409);
        assertThat(site.json(SECOND, "POST", "/courses/" + id + "/send-back", "{\"reason\":\" \"}")
                        .status())
                .isEqualTo(422);
        site.json(SECOND, "POST", "/courses/" + id + "/send-back", "{\"reason\":\"引文有误\"}");
        assertThat(site.page(AUTHOR, "/courses/" + id + "/edit").text()).contains("引文有误");
        assertThat(site.json(AUTHOR, "POST", "/courses/" + id + "/edit/lessons", lesson("二"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lessonsAreWrittenMovedAndRemoved() {
        var id = fixture.draft(lesson("一", "q1"), lesson("二"));
        var base = "/courses/" + id + "/edit/lessons";
        assertThat(site.json(AUTHOR, "POST", base + "/l2/earlier")
                        .json()
                        .at("/lessons/0/key")
                        .asText())
                .isEqualTo("l2");
        site.json(
                AUTHOR,
                "POST",
                base + "/l2",
                "{\"title\":\"新\",\"minutes\":7,\"text\":\"**粗** <script>x</script>\",\"questions\":[\"q1, q3\"],\"passMark\":0.5}");
        var page = site.page(AUTHOR, base + "/l2").text();
        assertThat(page)
                .contains("<strong>粗</strong>")
                .doesNotContain("<script>x")
                .contains("题干q3");
        assertThat(site.json(AUTHOR, "POST", base + "/l1/remove").json().get("lessons"))
                .hasSize(1);
        assertThat(site.get(AUTHOR, base + "/l1").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithALessonIsSaidByField() {
        var id = fixture.draft();
        var base = "/courses/" + id + "/edit/lessons";
        var cases = List.of(
                List.of("{\"title\":\"\",\"minutes\":9,\"text\":\"x\"}", "title"),
                List.of("{\"title\":\"x\",\"minutes\":0,\"text\":\"x\"}", "minutes"),
                List.of("{\"title\":\"x\",\"minutes\":9,\"text\":\" \"}", "text"),
                List.of("{\"title\":\"x\",\"minutes\":9,\"text\":\"x\",\"questions\":[\"q9\"]}", "questions"),
                List.of("{\"title\":\"x\",\"minutes\":9,\"text\":\"x\",\"questions\":[\"q1 q1\"]}", "questions"),
                List.of(
                        "{\"title\":\"x\",\"minutes\":9,\"text\":\"x\",\"questions\":[\"q1\"],\"passMark\":2}",
                        "passMark"));
        for (var each : cases) {
            var answer = site.json(AUTHOR, "POST", base, each.get(0));
            assertThat(answer.status()).as(each.get(0)).isEqualTo(422);
            assertThat(answer.json().at("/problems/0/where").asText()).isEqualTo(each.get(1));
        }
        assertThat(site.get(AUTHOR, "/courses/" + id + "/edit").json().get("lessons"))
                .isEmpty();
        assertThat(site.json(AUTHOR, "POST", "/courses/" + id + "/submit").status())
                .isEqualTo(409);
    }

    @Test
    void filesAreTakenByWhatTheyAreAndNotByTheirName() {
        var id = fixture.draft();
        var title = Part.field("title", "手册");
        var minutes = Part.field("minutes", "5");
        assertThat(upload(AUTHOR, id, title, minutes, Part.file("file", "a.pdf", "<html>"))
                        .status())
                .isEqualTo(422);
        assertThat(upload(AUTHOR, id, title, minutes).status()).isEqualTo(422);
        assertThat(upload(AUTHOR, id, title, Part.field("minutes", "x"), Part.file("file", "a.pdf", PDF))
                        .status())
                .isEqualTo(422);
        assertThat(upload(AUTHOR, id, title, minutes, Part.file("file", "x.html", PDF))
                        .status())
                .isEqualTo(201);
        var film = upload(
                AUTHOR, id, title, minutes, Part.file("file", "f", MP4), Part.file("captions", "c", "WEBVTT\n\n"));
        assertThat(film.json().at("/lessons/1/form").asText()).isEqualTo("video");
        assertThat(site.page(AUTHOR, "/courses/" + id + "/edit/lessons/l2").text())
                .contains("<video");
    }

    @Test
    void aFilmIsServedInRangesToThoseWhoMaySeeIt() {
        var id = fixture.draft(lesson("一", "q1"));
        upload(AUTHOR, id, Part.field("title", "片"), Part.field("minutes", "5"), Part.file("file", "f.mp4", MP4));
        var film = site.get(AUTHOR, "/courses/" + id + "/edit/lessons/l2")
                .json()
                .at("/media/film")
                .asText();
        assertThat(site.get(CADRE, film).status()).isEqualTo(404);
        assertThat(site.get(AUTHOR, film).status()).isEqualTo(200);
        site.json(AUTHOR, "POST", "/courses/" + id + "/submit");
        site.json(SECOND, "POST", "/courses/" + id + "/publish");
        var whole = site.get(CADRE, film);
        assertThat(whole.text()).isEqualTo(MP4);
        assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(site.get("", film).status()).isEqualTo(401);
        var part = range(film, "bytes=300000-300009", "");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo(MP4.substring(300_000, 300_010));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 300000-300009/" + MP4.length());
        assertThat(range(film, "bytes=-5", "").text()).isEqualTo("56789");
        assertThat(range(film, "bytes=" + MP4.length() + "-", "").status()).isEqualTo(416);
        assertThat(range(film, "bytes=0-9", whole.header("ETag")).status()).isEqualTo(206);
        assertThat(range(film, "bytes=0-9", "\"other\"").status()).isEqualTo(200);
        assertThat(site.send(CADRE, site.request(film).header("If-None-Match", whole.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(site.get(CADRE, "/courses/" + id + "/media/" + "0".repeat(64))
                        .status())
                .isEqualTo(404);
        assertThat(site.page(CADRE, "/courses/" + id + "/lessons/2").text()).contains("<video");
    }

    private Site.Answer range(String path, String range, String ifRange) {
        var request = site.request(path).header("Range", range);
        return site.send(CADRE, ifRange.isEmpty() ? request : request.header("If-Range", ifRange));
    }

    @Test
    void thePreviewIsSanitizedAndChangesNothing() {
        var id = fixture.draft();
        var answer = site.form(AUTHOR, "/courses/" + id + "/edit/preview", "text=%23+%E9%A2%98+%3Cimg+src%3Dx%3E");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("<h1>").doesNotContain("<img").doesNotContain("<html");
    }

    @Test
    void theWholeFormOfACourseIsAPage() {
        assertThat(site.page(AUTHOR, "/courses/new").status()).isEqualTo(200);
        assertThat(site.page(AUTHOR, "/courses/writing").status()).isEqualTo(200);
        var begun = site.form(
                AUTHOR, "/courses", "title=%E9%A2%98", "titleEn=", "summary=x", "subject=x", "category=", "minutes=30");
        assertThat(begun.status()).isEqualTo(303);
        assertThat(site.page(AUTHOR, begun.header("Location")).text()).contains("题");
        assertThat(site.page(AUTHOR, begun.header("Location") + "/lessons/new").status())
                .isEqualTo(200);
    }
}
