package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.course.About;
import io.zhiyong.course.Checkpoint;
import io.zhiyong.course.CourseId;
import io.zhiyong.course.CourseModule;
import io.zhiyong.course.CourseModule.Makers;
import io.zhiyong.course.Edition;
import io.zhiyong.course.Lesson;
import io.zhiyong.store.Blobs;
import io.zhiyong.web.Resources;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The five courses under {@code demo/courses}, one folder each. */
final class DemoCourses {
    private static final String FOLDER = "demo/courses/";

    /** A course as its file is written. */
    record File(String id, Text title, Text summary, String subject, int minutes, List<Part> lessons) {}

    record Part(
            String kind,
            String file,
            Text title,
            int minutes,
            Quiz checkpoint,
            String captions,
            String captionsLanguage,
            String transcript) {}

    record Quiz(List<String> questions, BigDecimal passMark) {}

    private final Blobs blobs;
    private final CourseModule courses;

    DemoCourses(Blobs blobs, CourseModule courses) {
        this.blobs = blobs;
        this.courses = courses;
    }

    /** All of them, in the order in which they are to be studied. */
    static List<File> files() {
        return List.of("gongwuyuan-fa-rumen", "baomi-changshi", "shuju-geren-xinxi", "xuke-yu-chufa", "lunyu-weizheng")
                .stream()
                .filter(name -> Resources.bytes(FOLDER + name + "/course.json").isPresent())
                .map(name -> Json.read(Resources.text(FOLDER + name + "/course.json"), File.class))
                .toList();
    }

    /** Publishes all of them: one person wrote them, another let them be taught. */
    Future<Void> add(UnitId unit, PersonId author, PersonId publisher, Instant at) {
        return Steps.each(files(), file -> lessons(file)
                .compose(lessons -> courses.add(
                        new CourseId(file.id()), unit, edition(file, lessons), new Makers(author, publisher, at))));
    }

    private static Edition edition(File file, List<Lesson> lessons) {
        return new Edition(
                1, new About(file.title(), file.summary(), file.subject(), "online", file.minutes()), lessons);
    }

    private Future<List<Lesson>> lessons(File file) {
        var lessons = new ArrayList<Lesson>();
        return Steps.each(file.lessons(), part -> lesson(file.id(), part, lessons.size() + 1)
                        .onSuccess(lessons::add)
                        .mapEmpty())
                .map(lessons);
    }

    private Future<Lesson> lesson(String course, Part part, int number) {
        var checkpoint =
                Optional.ofNullable(part.checkpoint()).map(quiz -> new Checkpoint(quiz.questions(), quiz.passMark()));
        var head = new Lesson.Head("l" + number, part.title(), part.minutes(), checkpoint);
        return switch (part.kind()) {
            case "markdown" ->
                keep(course, part.file(), "text/markdown; charset=utf-8").map(hash -> new Lesson.Markdown(head, hash));
            case "pdf" ->
                keep(course, part.file(), "application/pdf").map(hash -> new Lesson.Pdf(head, hash, part.file()));
            case "video" -> video(course, part, head);
            default -> throw new IllegalStateException("no such kind of lesson: " + part.kind());
        };
    }

    private Future<Lesson> video(String course, Part part, Lesson.Head head) {
        var film = keep(course, part.file(), "video/mp4");
        var captions = keep(course, part.captions(), "text/vtt; charset=utf-8");
        var transcript = keep(course, part.transcript(), "text/markdown; charset=utf-8");
        return Future.all(film, captions, transcript)
                .map(kept -> new Lesson.Video(
                        head,
                        film.result(),
                        Optional.of(captions.result()),
                        part.captionsLanguage(),
                        Optional.of(transcript.result())));
    }

    private Future<String> keep(String course, String file, String type) {
        var path = FOLDER + course + "/" + file;
        var content = Resources.bytes(path).orElseThrow(() -> new IllegalStateException("missing: " + path));
        return blobs.put(content, type).map(Blobs.Blob::hash);
    }
}
