package io.zhiyong.exam;

import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.questionbank.QuestionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** An exam and its pool ⇄ BSON, field by field. */
final class ExamDocuments {
    private ExamDocuments() {}

    static Document document(Exam exam) {
        var document = new Document("_id", exam.id().value())
                .append("title", exam.about().title().zh())
                .append("titleEn", exam.about().title().en())
                .append("notes", exam.about().notes())
                .append("unit", exam.about().unit().value())
                .append("category", exam.about().category())
                .append("state", exam.state().name())
                .append("terms", terms(exam.terms()))
                .append("closes", Date.from(exam.terms().closes()))
                .append(
                        "rows",
                        exam.blueprint().rows().stream().map(ExamDocuments::row).toList());
        exam.draw()
                .ifPresent(draw -> document.append(
                        "draw",
                        new Document("secret", draw.secret())
                                .append("poolHash", draw.poolHash())
                                .append("at", Date.from(draw.at()))));
        return document;
    }

    private static Document terms(Terms terms) {
        return new Document("opens", Date.from(terms.opens()))
                .append("seconds", terms.duration().toSeconds())
                .append("attempts", terms.attempts())
                .append("passPercent", terms.passPercent())
                .append("rule", terms.rule().name())
                .append("release", terms.release().name());
    }

    private static Document row(Row row) {
        return new Document("subject", row.subject().orElse(null))
                .append("points", List.copyOf(row.points()))
                .append("type", row.type().map(Enum::name).orElse(null))
                .append("from", row.difficulties().from())
                .append("to", row.difficulties().to())
                .append("count", row.count())
                .append("each", row.each().hundredths());
    }

    static Exam exam(Document document) {
        var about = new Exam.About(
                Text.of(document.getString("title"), document.getString("titleEn")),
                document.getString("notes"),
                new UnitId(document.getString("unit")),
                document.getString("category"));
        return new Exam(
                new ExamId(document.getString("_id")),
                about,
                terms(document.get("terms", Document.class), instant(document, "closes")),
                new Blueprint(document.getList("rows", Document.class).stream()
                        .map(ExamDocuments::row)
                        .toList()),
                Exam.State.valueOf(document.getString("state")),
                Optional.ofNullable(document.get("draw", Document.class))
                        .map(draw -> new Exam.Draw(
                                draw.getString("secret"), draw.getString("poolHash"), instant(draw, "at"))));
    }

    private static Terms terms(Document terms, Instant closes) {
        return new Terms(
                instant(terms, "opens"),
                closes,
                Duration.ofSeconds(terms.get("seconds", Number.class).longValue()),
                terms.getInteger("attempts"),
                terms.getInteger("passPercent"),
                Marking.Rule.valueOf(terms.getString("rule")),
                Terms.Release.valueOf(terms.getString("release")));
    }

    private static Row row(Document row) {
        return new Row(
                Optional.ofNullable(row.getString("subject")),
                Set.copyOf(row.getList("points", String.class)),
                Optional.ofNullable(row.getString("type")).map(QuestionType::valueOf),
                new Difficulties(row.getInteger("from"), row.getInteger("to")),
                row.getInteger("count"),
                new Points(row.getInteger("each")));
    }

    static Document pool(Pool pool) {
        var entries = pool.entries().stream()
                .map(entry -> new Document("id", entry.id().value())
                        .append("version", entry.version())
                        .append("subject", entry.subject())
                        .append("point", entry.point())
                        .append("type", entry.type().name())
                        .append("difficulty", entry.difficulty())
                        .append("options", String.join("", entry.options())))
                .toList();
        return new Document("_id", pool.hash()).append("entries", entries);
    }

    static Pool pool(Document document) {
        return new Pool(document.getList("entries", Document.class).stream()
                .map(entry -> new Pool.Entry(
                        new QuestionId(entry.getString("id")),
                        entry.getInteger("version"),
                        entry.getString("subject"),
                        entry.getString("point"),
                        QuestionType.valueOf(entry.getString("type")),
                        entry.getInteger("difficulty"),
                        letters(entry.getString("options"))))
                .toList());
    }

    /** One letter an option: ABCD. */
    static List<String> letters(String text) {
        return text.chars().mapToObj(letter -> String.valueOf((char) letter)).toList();
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
