package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** Courses as documents, field by field. */
final class CourseDocuments {
    private CourseDocuments() {}

    static Document of(Course course) {
        return new Document("_id", course.id().value())
                .append("unit", course.unit().value())
                .append("state", course.state().name())
                .append("retired", course.retired())
                .append("live", course.live().map(CourseDocuments::edition).orElse(null))
                .append("draft", course.draft().map(CourseDocuments::draft).orElse(null))
                .append(
                        "history",
                        course.history().stream().map(CourseDocuments::decision).toList())
                .append("revision", course.revision());
    }

    static Course course(Document from) {
        return new Course(
                new CourseId(from.getString("_id")),
                new UnitId(from.getString("unit")),
                Optional.ofNullable(from.get("live", Document.class)).map(CourseDocuments::edition),
                Optional.ofNullable(from.get("draft", Document.class)).map(CourseDocuments::draft),
                from.getBoolean("retired", false),
                from.getList("history", Document.class).stream()
                        .map(CourseDocuments::decision)
                        .toList(),
                from.getLong("revision"));
    }

    private static Document decision(Decision decision) {
        return new Document("kind", decision.kind().name())
                .append("by", decision.by().value())
                .append("at", Date.from(decision.at()))
                .append("version", decision.version())
                .append("reason", decision.reason());
    }

    private static Decision decision(Document from) {
        return new Decision(
                Decision.Kind.valueOf(from.getString("kind")),
                new PersonId(from.getString("by")),
                from.getDate("at").toInstant(),
                from.getInteger("version"),
                from.getString("reason"));
    }

    private static Document draft(Draft draft) {
        return new Document("edition", edition(draft.edition()))
                .append(
                        "authors",
                        draft.authors().stream().map(PersonId::value).sorted().toList())
                .append("submitted", draft.submitted())
                .append("sentBack", draft.sentBack().orElse(null));
    }

    private static Draft draft(Document from) {
        return new Draft(
                edition(from.get("edition", Document.class)),
                from.getList("authors", String.class).stream()
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                from.getBoolean("submitted"),
                Optional.ofNullable(from.getString("sentBack")));
    }

    private static Document edition(Edition edition) {
        var about = edition.about();
        return new Document("version", edition.version())
                .append("title", text(about.title()))
                .append("summary", text(about.summary()))
                .append("subject", about.subject())
                .append("category", about.category())
                .append("minutes", about.minutes())
                .append(
                        "lessons",
                        edition.lessons().stream().map(CourseDocuments::lesson).toList());
    }

    private static Edition edition(Document from) {
        return new Edition(
                from.getInteger("version"),
                about(from),
                from.getList("lessons", Document.class).stream()
                        .map(CourseDocuments::lesson)
                        .toList());
    }

    private static About about(Document from) {
        return new About(
                text(from.get("title", Document.class)),
                text(from.get("summary", Document.class)),
                from.getString("subject"),
                from.getString("category"),
                from.getInteger("minutes"));
    }

    private static Document lesson(Lesson lesson) {
        var head = lesson.head();
        var document = new Document("form", lesson.form().name())
                .append("key", head.key())
                .append("title", text(head.title()))
                .append("minutes", head.minutes());
        head.checkpoint().ifPresent(checkpoint -> document.append("questions", checkpoint.questions())
                .append("passMark", checkpoint.passMark().toPlainString()));
        return content(lesson, document);
    }

    private static Document content(Lesson lesson, Document document) {
        if (lesson instanceof Lesson.Markdown markdown) {
            return document.append("text", markdown.text());
        }
        if (lesson instanceof Lesson.Video video) {
            return document.append("film", video.film())
                    .append("captions", video.captions().orElse(null))
                    .append("captionsLanguage", video.captionsLanguage())
                    .append("transcript", video.transcript().orElse(null));
        }
        var pdf = (Lesson.Pdf) lesson;
        return document.append("document", pdf.document()).append("fileName", pdf.fileName());
    }

    private static Lesson lesson(Document from) {
        var head = head(from);
        return switch (Lesson.Form.valueOf(from.getString("form"))) {
            case MARKDOWN -> new Lesson.Markdown(head, from.getString("text"));
            case VIDEO ->
                new Lesson.Video(
                        head,
                        from.getString("film"),
                        Optional.ofNullable(from.getString("captions")),
                        from.getString("captionsLanguage"),
                        Optional.ofNullable(from.getString("transcript")));
            case PDF -> new Lesson.Pdf(head, from.getString("document"), from.getString("fileName"));
        };
    }

    private static Lesson.Head head(Document from) {
        List<String> questions = from.getList("questions", String.class, List.of());
        var checkpoint = questions.isEmpty()
                ? Optional.<Checkpoint>empty()
                : Optional.of(new Checkpoint(questions, new BigDecimal(from.getString("passMark"))));
        return new Lesson.Head(
                from.getString("key"), text(from.get("title", Document.class)), from.getInteger("minutes"), checkpoint);
    }

    private static Document text(Text text) {
        return new Document("zh", text.zh()).append("en", text.en());
    }

    static Text text(Document from) {
        return new Text(from.getString("zh"), from.getString("en"));
    }
}
