package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.record.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The formats of statements other than exact (xAPI 1.0.3 Communication 2.1.3): identifiers only, or one language only. */
final class Presentation {
    private static final List<String> IDENTIFIERS = List.of("objectType", "mbox", "mbox_sha1sum", "openid", "account");

    private Presentation() {}

    static JsonNode ids(JsonNode statement) {
        return walk(
                (ObjectNode) statement,
                Presentation::agentIds,
                Presentation::activityIds,
                verb -> verb.remove("display"));
    }

    /**
     * With definitions as the store knows them, in the language that suits best.
     *
     * @param definitions by the activity's IRI; one that is not there stays as it was sent
     * @param languages as Accept-Language lists them
     */
    static JsonNode canonical(JsonNode statement, Map<String, JsonNode> definitions, String languages) {
        var ranges = ranges(languages);
        UnaryOperator<ObjectNode> activity = one -> {
            var known = definitions.get(one.path("id").asText());
            if (known != null) {
                one.set("definition", known.deepCopy());
            }
            if (one.get("definition") instanceof ObjectNode definition) {
                oneLanguage(definition, "name", ranges);
                oneLanguage(definition, "description", ranges);
            }
            return one;
        };
        return walk((ObjectNode) statement, one -> one, activity, verb -> oneLanguage(verb, "display", ranges));
    }

    private static ObjectNode agentIds(ObjectNode agent) {
        var bare = Tree.object();
        IDENTIFIERS.stream().filter(agent::has).forEach(name -> bare.set(name, agent.get(name)));
        var identified = IDENTIFIERS.stream().skip(1).anyMatch(agent::has);
        if (!identified && agent.path("member").isArray()) {
            var members = bare.putArray("member");
            agent.get("member").forEach(member -> members.add(agentIds((ObjectNode) member)));
        }
        return bare;
    }

    private static ObjectNode activityIds(ObjectNode activity) {
        activity.remove("definition");
        return activity;
    }

    private static ObjectNode walk(
            ObjectNode statement,
            UnaryOperator<ObjectNode> agent,
            UnaryOperator<ObjectNode> activity,
            java.util.function.Consumer<ObjectNode> verb) {
        replace(statement, "actor", agent);
        replace(statement, "authority", agent);
        if (statement.get("verb") instanceof ObjectNode found) {
            verb.accept(found);
        }
        switch (statement.path("object").path("objectType").asText("Activity")) {
            case "Agent", "Group" -> replace(statement, "object", agent);
            case "SubStatement" -> walk((ObjectNode) statement.get("object"), agent, activity, verb);
            case "StatementRef" -> {
                // Only an id, in every format.
            }
            default -> replace(statement, "object", activity);
        }
        if (statement.get("context") instanceof ObjectNode context) {
            replace(context, "instructor", agent);
            replace(context, "team", agent);
            context.path("contextActivities").forEach(kind -> replaceAll(kind, activity));
            context.path("contextAgents").forEach(one -> replace((ObjectNode) one, "agent", agent));
            context.path("contextGroups").forEach(one -> replace((ObjectNode) one, "group", agent));
        }
        return statement;
    }

    private static void replace(ObjectNode parent, String name, UnaryOperator<ObjectNode> by) {
        if (parent.get(name) instanceof ObjectNode found) {
            parent.set(name, by.apply(found));
        }
    }

    private static void replaceAll(JsonNode kind, UnaryOperator<ObjectNode> by) {
        if (kind instanceof ArrayNode all) {
            for (int at = 0; at < all.size(); at++) {
                all.set(at, by.apply((ObjectNode) all.get(at)));
            }
        }
    }

    private static void oneLanguage(ObjectNode parent, String name, List<Locale.LanguageRange> ranges) {
        if (!(parent.get(name) instanceof ObjectNode map) || map.size() < 2) {
            return;
        }
        var tags = new ArrayList<String>();
        map.fieldNames().forEachRemaining(tags::add);
        var best = Locale.lookupTag(ranges, tags);
        if (best == null) {
            best = Locale.filterTags(ranges, tags).stream().findFirst().orElse(tags.get(0));
        }
        var chosen = best;
        tags.stream()
                .filter(tag -> tag.equalsIgnoreCase(chosen))
                .findFirst()
                .ifPresent(tag -> parent.set(name, Tree.object().set(tag, map.get(tag))));
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
