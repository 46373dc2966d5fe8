package io.zhiyong.record.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.Hashes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two statements tell the same (xAPI 1.0.3 Data 2.3.1): what the server sets, names and definitions that may change,
 * and the order of a group's members do not count; a duration counts to hundredths of a second (2.0, 4.2.7).
 */
public final class Comparison {
    private static final List<String> SET_BY_THE_SERVER = List.of("id", "stored", "authority", "version", "timestamp");
    private static final Set<String> IDENTIFIERS = Set.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Pattern FINE_SECONDS = Pattern.compile("(\\.\\d{2})\\d+S$");

    private Comparison() {}

    /**
     * The hash of what a statement tells, its time aside: 64 hexadecimal digits. Time is compared apart, because a server sets
     * it when the sender did not.
     */
    public static String hash(ObjectNode statement) {
        var copy = statement.deepCopy();
        copy.remove(SET_BY_THE_SERVER);
        reduceStatement(copy);
        return Hashes.sha256Hex(Canonical.text(copy));
    }

    private static void reduceStatement(ObjectNode statement) {
        reduceAgent(statement.get("actor"));
        if (statement.get("verb") instanceof ObjectNode verb) {
            verb.remove("display");
        }
        reduceObject(statement.get("object"));
        if (statement.get("context") instanceof ObjectNode context) {
            reduceContext(context);
        }
        if (statement.get("result") instanceof ObjectNode result && result.has("duration")) {
            result.put(
                    "duration",
                    FINE_SECONDS.matcher(result.path("duration").asText()).replaceFirst("$1S"));
        }
    }

    private static void reduceObject(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        switch (object.path("objectType").asText("Activity")) {
            case "Activity" -> reduceActivity(object);
            case "SubStatement" -> {
                if (object.has("timestamp")) {
                    object.put(
                            "timestamp",
                            Formats.instant(object.get("timestamp").asText())
                                    .map(Object::toString)
                                    .orElse(""));
                }
                reduceStatement(object);
            }
            case "StatementRef" -> lowerCase(object, "id");
            default -> reduceAgent(object);
        }
    }

    private static void reduceContext(ObjectNode context) {
        lowerCase(context, "registration");
        reduceAgent(context.get("instructor"));
        reduceAgent(context.get("team"));
        if (context.get("statement") instanceof ObjectNode reference) {
            lowerCase(reference, "id");
        }
        for (var entry : context.path("contextAgents")) {
            reduceAgent(entry.get("agent"));
        }
        for (var entry : context.path("contextGroups")) {
            reduceAgent(entry.get("group"));
        }
        if (context.get("contextActivities") instanceof ObjectNode activities) {
            for (var kind : List.copyOf(activities.properties())) {
                var list = kind.getValue() instanceof ArrayNode array
                        ? array
                        : activities.arrayNode().add(kind.getValue());
                list.forEach(Comparison::reduceActivity);
                activities.set(kind.getKey(), list);
            }
        }
    }

    private static void reduceActivity(JsonNode node) {
        if (node instanceof ObjectNode activity) {
            activity.remove(List.of("definition", "objectType"));
        }
    }

    private static void reduceAgent(JsonNode node) {
        if (!(node instanceof ObjectNode agent)) {
            return;
        }
        if ("Agent".equals(agent.path("objectType").asText())) {
            agent.remove("objectType");
        }
        if (IDENTIFIERS.stream().anyMatch(agent::has)) {
            agent.remove("name");
        }
        if (agent.get("member") instanceof ArrayNode members) {
            members.forEach(Comparison::reduceAgent);
            var sorted = new ArrayList<JsonNode>();
            members.forEach(sorted::add);
            sorted.sort(Comparator.comparing(Canonical::text));
            agent.set("member", agent.arrayNode().addAll(sorted));
        }
    }

    private static void lowerCase(ObjectNode object, String member) {
        if (object.has(member)) {
            object.put(member, object.get(member).asText().toLowerCase(Locale.ROOT));
        }
    }
}
