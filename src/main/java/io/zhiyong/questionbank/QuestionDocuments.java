package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A question ⇄ BSON, field by field. */
final class QuestionDocuments {
    private QuestionDocuments() {}

    /** The current version, with the fields that it is found by. */
    static Document head(Question question) {
        var what = question.classification();
        return version(question)
                .append("_id", question.id().value())
                .append("law", what.basis().map(Basis::law).orElse(null))
                .append("fingerprint", question.fingerprint())
                .append("shuffles", Pool.Entry.of(question).options())
                .append("words", Words.of(question.searchText()));
    }

    static Document version(Question question) {
        var what = question.classification();
        return new Document("question", question.id().value())
                .append("version", question.version())
                .append("subject", what.subject())
                .append("topic", what.topic())
                .append("point", what.point())
                .append("difficulty", what.difficulty())
                .append("basis", what.basis().map(Basis::key).orElse(null))
                .append("source", what.source())
                .append("stem", question.stem())
                .append("type", question.type().name())
                .append("body", body(question.body()))
                .append("explanation", question.explanation())
                .append("state", question.state().name());
    }

    private static Document body(Body body) {
        if (body instanceof Body.TrueFalse statement) {
            return new Document("right", statement.right())
                    .append("whenWrong", statement.whenWrong())
                    .append("whenRight", statement.whenRight());
        }
        if (body instanceof Body.FillIn fillIn) {
            return new Document(
                    "blanks",
                    fillIn.blanks().stream()
                            .map(blank -> new Document("accepted", blank.accepted()))
                            .toList());
        }
        var options = body.options().stream()
                .map(option -> new Document("text", option.text()).append("feedback", option.feedback()))
                .toList();
        return new Document("options", options).append("right", body.key());
    }

    static Question question(Document document) {
        return new Question(
                new QuestionId(document.getString("question")),
                document.getInteger("version"),
                classification(document),
                document.getString("stem"),
                body(QuestionType.valueOf(document.getString("type")), document.get("body", Document.class)),
                document.getString("explanation"),
                QuestionState.valueOf(document.getString("state")));
    }

    private static Classification classification(Document document) {
        return new Classification(
                document.getString("subject"),
                document.getString("topic"),
                document.getString("point"),
                document.getInteger("difficulty"),
                Optional.ofNullable(document.getString("basis")).map(Basis::parse),
                document.getString("source"));
    }

    private static Body body(QuestionType type, Document body) {
        return switch (type) {
            case SINGLE ->
                new Body.Single(
                        options(body), body.getList("right", String.class).get(0));
            case MULTIPLE -> new Body.Multiple(options(body), body.getList("right", String.class));
            case TRUE_FALSE ->
                new Body.TrueFalse(body.getBoolean("right"), body.getString("whenWrong"), body.getString("whenRight"));
            case FILL_IN -> new Body.FillIn(blanks(body));
        };
    }

    private static List<Option> options(Document body) {
        var options = new ArrayList<Option>();
        for (var option : body.getList("options", Document.class)) {
            options.add(
                    new Option(Option.letter(options.size()), option.getString("text"), option.getString("feedback")));
        }
        return options;
    }

    private static List<Body.Blank> blanks(Document body) {
        return body.getList("blanks", Document.class).stream()
                .map(blank -> new Body.Blank(blank.getList("accepted", String.class)))
                .toList();
    }

    static Pool.Entry entry(Document head) {
        return new Pool.Entry(
                new QuestionId(head.getString("_id")),
                head.getInteger("version"),
                head.getString("subject"),
                head.getString("point"),
                QuestionType.valueOf(head.getString("type")),
                head.getInteger("difficulty"),
                head.getList("shuffles", String.class));
    }
}
