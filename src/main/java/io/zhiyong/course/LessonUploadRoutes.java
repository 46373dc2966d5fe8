package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.course.WritingInputs.LessonInput;
import io.zhiyong.course.WritingViews.EditView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Upload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lessons made of files: a film with its captions, a document. */
final class LessonUploadRoutes {
    private final WritingRoom room;

    LessonUploadRoutes(WritingRoom room) {
        this.room = room;
    }

    void mount(Routes routes) {
        routes.upload("/courses/:id/edit/files", Access.role(Role.ORGANIZER), EditView.class, this::add);
    }

    /** Captions that came along, kept. */
    private record Captions(Optional<String> hash, String language) {}

    private Future<Reply> add(Call call) {
        var input = input(call);
        return room.own(call.visitor(), WritingRoutes.id(call))
                .compose(course -> room.checked(input.head("new")))
                .compose(head -> call.file("file"))
                .compose(file -> lesson(call, input, file))
                .compose(lesson -> room.write(
                        call.visitor(),
                        WritingRoutes.id(call),
                        edition -> edition.plus(lesson.with(input.head(edition.freeKey())))))
                .compose(course -> room.names(course)
                        .map(names -> WritingPages.edit(course, call.visitor().person(), names)))
                .map(view ->
                        Reply.created("/courses/" + view.id() + "/edit", view).withNotice("course.notice.saved"));
    }

    private static LessonInput input(Call call) {
        return new LessonInput(
                call.field("title").orElse(""),
                call.field("titleEn").orElse(""),
                number("minutes", call.field("minutes").orElse("")),
                call.field("text").orElse(""),
                call.field("questions").map(List::of).orElse(List.of()),
                call.field("passMark").map(text -> decimal("passMark", text)));
    }

    private static int number(String field, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "refusal.range", text, 1, About.MOST_MINUTES);
        }
    }

    private static BigDecimal decimal(String field, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "course.refusal.passMark", text);
        }
    }

    private Future<Lesson> lesson(Call call, LessonInput input, Upload file) {
        var content = file.content().getBytes();
        var type = MediaType.of("file", content, MediaType.PDF, MediaType.MP4);
        var kept = room.study().keepFile(content, type);
        return type == MediaType.PDF
                ? kept.map(hash -> new Lesson.Pdf(input.head("new"), hash, file.fileName()))
                : kept.compose(film -> film(call, input, film));
    }

    private Future<Lesson> film(Call call, LessonInput input, String film) {
        var captions = captions(call);
        var transcript = room.transcript(input.text());
        return Future.all(captions, transcript)
                .map(kept -> new Lesson.Video(
                        input.head("new"),
                        film,
                        captions.result().hash(),
                        captions.result().language(),
                        transcript.result()));
    }

    private Future<Captions> captions(Call call) {
        var sent = call.context().fileUploads().stream()
                .anyMatch(upload -> upload.name().equals("captions") && upload.size() > 0);
        return sent
                ? call.file("captions").compose(this::keep)
                : Future.succeededFuture(new Captions(Optional.empty(), ""));
    }

    private Future<Captions> keep(Upload captions) {
        var content = captions.content().getBytes();
        var type = MediaType.of("captions", content, MediaType.VTT);
        return room.study().keepFile(content, type).map(hash -> new Captions(Optional.of(hash), "zh-CN"));
    }
}
