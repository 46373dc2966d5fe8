package io.zhiyong.exam;

import static io.zhiyong.exam.ExamDocuments.instant;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.exam.Attempt.Given;
import io.zhiyong.exam.Attempt.Handed;
import io.zhiyong.exam.Attempt.Mark;
import io.zhiyong.exam.Attempt.Outcome;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Paper;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.QuestionId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** An attempt ⇄ BSON: one document, so that every change to it is one atomic write. */
final class AttemptDocuments {
    private AttemptDocuments() {}

    static Document document(Attempt attempt) {
        return new Document("_id", attempt.id().value())
                .append("exam", attempt.exam().value())
                .append("person", attempt.sitter().person().value())
                .append("unit", attempt.sitter().unit().value())
                .append("number", attempt.sitter().number())
                .append("started", Date.from(attempt.span().started()))
                .append("deadline", Date.from(attempt.span().deadline()))
                .append(
                        "paper",
                        attempt.paper().items().stream()
                                .map(AttemptDocuments::item)
                                .toList())
                .append("answers", new Document())
                .append("revision", 0L)
                .append("top", 0L)
                .append("phase", AttemptStore.Phase.OPEN.name());
    }

    /** One that is over, with all that was given and what came of it; the record is still to be told. */
    static Document over(Attempt attempt) {
        var answers = new Document();
        attempt.given().entries().forEach((place, entry) -> answers.append(place(place), entry(entry)));
        return document(attempt)
                .append("answers", answers)
                .append("revision", attempt.given().revision())
                .append("top", attempt.given().top())
                .append("handed", handed(attempt.handed().orElseThrow()))
                .append("phase", AttemptStore.Phase.HANDED.name());
    }

    /** The field of one place; a path may not begin a part with a digit where arrays could be meant. */
    static String place(int place) {
        return "a" + place;
    }

    private static Document item(Paper.Item item) {
        return new Document("q", item.id().value())
                .append("v", item.version())
                .append("r", item.row())
                .append("p", item.points().hundredths())
                .append("o", String.join("", item.order()));
    }

    static Document entry(Entry entry) {
        return new Document("s", entry.sequence())
                .append("v", entry.answer().values())
                .append("f", entry.flagged())
                .append("t", Date.from(entry.at()));
    }

    static Document handed(Handed handed) {
        var outcome = handed.outcome();
        return new Document("at", Date.from(handed.at()))
                .append("automatically", handed.automatically())
                .append("score", outcome.score().hundredths())
                .append("full", outcome.full().hundredths())
                .append("passed", outcome.passed())
                .append(
                        "marks",
                        outcome.marks().stream()
                                .map(mark -> new Document("r", mark.right())
                                        .append("p", mark.score().hundredths()))
                                .toList());
    }

    static Attempt attempt(Document document) {
        return new Attempt(
                new AttemptId(document.getString("_id")),
                new ExamId(document.getString("exam")),
                new Attempt.Sitter(
                        new PersonId(document.getString("person")),
                        new UnitId(document.getString("unit")),
                        document.getInteger("number")),
                new Attempt.Span(instant(document, "started"), instant(document, "deadline")),
                new Paper(document.getList("paper", Document.class).stream()
                        .map(AttemptDocuments::item)
                        .toList()),
                given(document),
                Optional.ofNullable(document.get("handed", Document.class)).map(AttemptDocuments::handed));
    }

    private static Paper.Item item(Document item) {
        return new Paper.Item(
                new QuestionId(item.getString("q")),
                item.getInteger("v"),
                item.getInteger("r"),
                new Points(item.getInteger("p")),
                ExamDocuments.letters(item.getString("o")));
    }

    private static Given given(Document document) {
        var entries = new HashMap<Integer, Entry>();
        document.get("answers", Document.class)
                .forEach((name, value) -> entries.put(Integer.valueOf(name.substring(1)), entry((Document) value)));
        return new Given(
                entries,
                document.get("revision", Number.class).longValue(),
                document.get("top", Number.class).longValue());
    }

    private static Entry entry(Document entry) {
        return new Entry(
                entry.get("s", Number.class).longValue(),
                new Answer(entry.getList("v", String.class)),
                entry.getBoolean("f"),
                instant(entry, "t"));
    }

    private static Handed handed(Document handed) {
        List<Mark> marks = handed.getList("marks", Document.class).stream()
                .map(mark -> new Mark(mark.getBoolean("r"), new Points(mark.getInteger("p"))))
                .toList();
        var outcome = new Outcome(
                new Points(handed.getInteger("score")),
                new Points(handed.getInteger("full")),
                handed.getBoolean("passed"),
                marks);
        return new Handed(instant(handed, "at"), handed.getBoolean("automatically"), outcome);
    }
}
