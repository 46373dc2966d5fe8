package io.zhiyong.contest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.mongodb.client.model.Updates;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Contests as they are stored. Entries and snapshots are kept as the JSON text that the laws replay; beside it stand only
 * the fields that are looked for.
 */
final class ContestDocuments {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private ContestDocuments() {}

    /** The line of the list of contests. */
    static Document head(Contest contest, String secret, Instant created) {
        return new Document("_id", contest.id().value())
                .append("secret", secret)
                .append("created", Date.from(created))
                .append("told", false)
                .append("titleZh", contest.setup().title().zh())
                .append("titleEn", contest.setup().title().en())
                .append("organizer", contest.setup().organizer().value())
                .append("unit", contest.setup().unit().value())
                .append("questions", contest.setup().questions().size())
                .append("phase", contest.phase().name())
                .append("group", Heading.Group.of(contest.phase()).name())
                .append("players", contest.roster().active())
                .append("code", contest.roster().code());
    }

    /** What the list must follow. */
    static Bson headUpdate(Contest contest) {
        return Updates.combine(
                Updates.set("titleZh", contest.setup().title().zh()),
                Updates.set("titleEn", contest.setup().title().en()),
                Updates.set("questions", contest.setup().questions().size()),
                Updates.set("phase", contest.phase().name()),
                Updates.set("group", Heading.Group.of(contest.phase()).name()),
                Updates.set("players", contest.roster().active()),
                Updates.set("code", contest.roster().code()));
    }

    static Heading heading(Document document) {
        return new Heading(
                new ContestId(document.getString("_id")),
                new Text(document.getString("titleZh"), document.getString("titleEn")),
                new PersonId(document.getString("organizer")),
                new UnitId(document.getString("unit")),
                Phase.valueOf(document.getString("phase")),
                document.getInteger("players"),
                document.getDate("created").toInstant());
    }

    /** Entries that were decided together are one document: they are all there or none. */
    static Document entries(List<Entry> entries) {
        var first = entries.get(0);
        return new Document("_id", first.contest().value() + "|" + first.seq())
                .append("contest", first.contest().value())
                .append("seq", first.seq())
                .append("at", Date.from(first.at()))
                .append("entries", text(entries));
    }

    static List<Entry> entries(Document document) {
        try {
            return Json.mapper().readValue(document.getString("entries"), ENTRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contest log " + document.get("_id") + " cannot be read", e);
        }
    }

    private static String text(List<Entry> entries) {
        try {
            return Json.mapper().writerFor(ENTRIES).writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document snapshot(Contest contest) {
        return new Document("_id", contest.id().value())
                .append("seq", contest.seq())
                .append("contest", Json.write(contest));
    }

    static Contest snapshot(Document document) {
        return Json.read(document.getString("contest"), Contest.class);
    }

    /** The id is what makes an answer unique: contest, question and person. */
    static Document answer(ContestId contest, Answer answer) {
        return new Document("_id", contest + "|" + answer.question() + "|" + answer.person())
                .append("contest", contest.value())
                .append("question", answer.question())
                .append("seat", answer.seat())
                .append("person", answer.person().value())
                .append("choice", answer.choice())
                .append("tau", answer.tauMillis())
                .append("stamp", answer.stamp());
    }

    static Answer answer(Document document) {
        return new Answer(
                document.getInteger("question"),
                document.getInteger("seat"),
                new PersonId(document.getString("person")),
                document.getList("choice", String.class),
                document.getLong("tau"),
                document.getLong("stamp"));
    }

    static Optional<Lease> lease(Optional<Document> document) {
        return document.map(it -> new Lease(
                it.getString("owner"),
                it.getLong("epoch"),
                it.getDate("renewed").toInstant(),
                it.getDate("until").toInstant()));
    }
}
