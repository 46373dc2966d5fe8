package io.zhiyong.record;

import com.mongodb.client.model.Updates;
import io.zhiyong.record.Vocabulary.Verb;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Statements as documents: one string that counts, and the keys it is found by. */
final class StatementDocuments {
    static final List<String> KEYS =
            List.of("agents", "relatedAgents", "activities", "relatedActivities", "verbs", "registrations");

    private StatementDocuments() {}

    static Document waiting(Intake intake, long order) {
        var document = document(intake, order);
        return document.append("pending", true);
    }

    /** Of a batch that is not yet whole: nobody sees it. */
    static Document hidden(Intake intake, long order, String batch) {
        return document(intake, order).append("hidden", true).append("batch", batch);
    }

    private static Document document(Intake intake, long order) {
        var text = intake.stamped(order);
        var keys = StatementKeys.of(intake.statement());
        var voiding = keys.verbs().contains(Verb.VOIDED.iri());
        var document = new Document("_id", intake.id().text())
                .append("order", order)
                .append("text", text)
                .append("told", intake.told())
                .append("timed", intake.timed())
                .append("at", Date.from(intake.at()))
                .append("agents", list(keys.agents()))
                .append("relatedAgents", list(keys.relatedAgents()))
                .append("activities", list(keys.activities()))
                .append("relatedActivities", list(keys.relatedActivities()))
                .append("verbs", list(keys.verbs()))
                .append("registrations", list(keys.registrations()));
        keys.refersTo().ifPresent(target -> document.append("refersTo", target).append("voiding", voiding));
        return document;
    }

    static Kept kept(Document document) {
        return new Kept(
                StatementId.of(document.getString("_id")),
                document.getLong("order"),
                document.getString("text"),
                Optional.ofNullable(document.getLong("number")),
                document.getBoolean("voided", false));
    }

    static boolean isHidden(Document document) {
        return document.getBoolean("hidden", false);
    }

    static boolean isVoiding(Document document) {
        return document.getBoolean("voiding", false);
    }

    static Optional<String> refersTo(Document document) {
        return Optional.ofNullable(document.getString("refersTo"));
    }

    /** Whether a document tells what an intake does: then storing it again changes nothing. */
    static boolean tellsTheSame(Document document, Intake intake, boolean heedTime) {
        if (!document.getString("told").equals(intake.told())) {
            return false;
        }
        var bothTimed = document.getBoolean("timed", false) && intake.timed();
        return !heedTime
                || document.getBoolean("timed", false) == intake.timed()
                        && (!bothTimed
                                || document.getDate("at")
                                        .toInstant()
                                        .equals(Date.from(intake.at()).toInstant()));
    }

    /** Lets a statement be found by all that another is found by. */
    static Bson findableLike(Document other) {
        var updates = new ArrayList<Bson>();
        for (var key : KEYS) {
            updates.add(Updates.addEachToSet(key, other.getList(key, String.class, List.of())));
        }
        return Updates.combine(updates);
    }

    private static List<String> list(Set<String> keys) {
        return List.copyOf(keys);
    }
}
