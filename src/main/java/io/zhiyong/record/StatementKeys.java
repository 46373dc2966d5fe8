package io.zhiyong.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Under what a statement is found (xAPI 1.0.3 Communication 2.1.3). The sets of a statement that refers to another grow by the
 * other's, because filters match what refers to a match.
 *
 * @param agents actor and object, and who is a member of them
 * @param relatedAgents also authority, instructor, team, context agents and groups, and those of a sub-statement
 * @param activities the object
 * @param relatedActivities also the context's, and those of a sub-statement
 */
record StatementKeys(
        Set<String> agents,
        Set<String> relatedAgents,
        Set<String> activities,
        Set<String> relatedActivities,
        Set<String> verbs,
        Set<String> registrations,
        Optional<String> refersTo) {

    static StatementKeys of(JsonNode statement) {
        var keys = new StatementKeys(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                reference(statement.path("object")));
        keys.read(statement);
        return keys;
    }

    private void read(JsonNode statement) {
        addAgent(statement.path("actor"), agents);
        addAgent(statement.path("authority"), relatedAgents);
        verbs.add(statement.path("verb").path("id").asText());
        var registration = statement.path("context").path("registration");
        if (registration.isTextual()) {
            registrations.add(registration.asText().toLowerCase(Locale.ROOT));
        }
        var object = statement.path("object");
        addObject(object, agents, activities);
        relatedAgents.addAll(agents);
        relatedActivities.addAll(activities);
        addContext(statement.path("context"));
        if (object.path("objectType").asText().equals("SubStatement")) {
            addAgent(object.path("actor"), relatedAgents);
            addObject(object.path("object"), relatedAgents, relatedActivities);
            addContext(object.path("context"));
        }
    }

    private void addContext(JsonNode context) {
        addAgent(context.path("instructor"), relatedAgents);
        addAgent(context.path("team"), relatedAgents);
        context.path("contextAgents").forEach(entry -> addAgent(entry.path("agent"), relatedAgents));
        context.path("contextGroups").forEach(entry -> addAgent(entry.path("group"), relatedAgents));
        for (var kind : context.path("contextActivities")) {
            if (kind.isArray()) {
                kind.forEach(
                        activity -> relatedActivities.add(activity.path("id").asText()));
            } else {
                relatedActivities.add(kind.path("id").asText());
            }
        }
    }

    private static void addObject(JsonNode object, Set<String> agents, Set<String> activities) {
        switch (object.path("objectType").asText("Activity")) {
            case "Activity" -> activities.add(object.path("id").asText());
            case "Agent", "Group" -> addAgent(object, agents);
            default -> {
                // A sub-statement is read by itself; a reference is followed by the store.
            }
        }
    }

    private static void addAgent(JsonNode agent, Set<String> keys) {
        AgentKey.of(agent).ifPresent(keys::add);
        agent.path("member").forEach(member -> AgentKey.of(member).ifPresent(keys::add));
    }

    private static Optional<String> reference(JsonNode object) {
        return object.path("objectType").asText().equals("StatementRef")
                ? Optional.of(object.path("id").asText().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
