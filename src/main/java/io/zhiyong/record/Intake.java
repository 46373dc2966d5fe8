package io.zhiyong.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.record.text.Comparison;
import io.zhiyong.record.text.Formats;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import java.time.Instant;
import java.util.List;

/**
 * A valid statement made ready to be kept (xAPI 1.0.3 Data 2.3.1, 2.4.7–2.4.10): what the server alone sets is set, its time is
 * in UTC, single context activities are lists. Nothing else of what was received is touched.
 *
 * @param told the hash of what it tells
 * @param timed whether the sender said when it happened
 */
record Intake(StatementId id, ObjectNode statement, String told, boolean timed) {

    /**
     * Makes ready what was received.
     *
     * @param received valid; becomes this value's own
     */
    static Intake of(ObjectNode received, ObjectNode authority, XapiVersion version) {
        var id = received.has("id") ? StatementId.of(received.get("id").asText()) : StatementId.fresh();
        var timed = received.has("timestamp");
        received.remove("stored");
        received.put("id", id.text());
        if (timed) {
            received.put("timestamp", Formats.inUtc(received.get("timestamp").asText()));
        }
        received.set("authority", authority);
        if (!received.has("version")) {
            received.put("version", version == XapiVersion.V1 ? "1.0.0" : version.number());
        }
        listActivities(received);
        if (received.path("object").path("objectType").asText().equals("SubStatement")) {
            listActivities((ObjectNode) received.get("object"));
        }
        return new Intake(id, received, Comparison.hash(received), timed);
    }

    /** The text to keep when it is stored at that moment. */
    String stamped(long order) {
        var stored = OrderClock.text(order);
        statement.put("stored", stored);
        if (!timed) {
            statement.put("timestamp", stored);
        }
        return Tree.write(statement);
    }

    Instant at() {
        return Formats.instant(statement.get("timestamp").asText()).orElseThrow();
    }

    private static void listActivities(ObjectNode statement) {
        if (statement.path("context").path("contextActivities") instanceof ObjectNode activities) {
            for (var kind : List.copyOf(activities.properties())) {
                if (!(kind.getValue() instanceof ArrayNode)) {
                    activities.set(kind.getKey(), activities.arrayNode().add(kind.getValue()));
                }
            }
        }
    }
}
