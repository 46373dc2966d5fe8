package io.zhiyong.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.text.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a draft into xAPI. Pure: the same draft and names give the same text. */
final class Drafting {
    private final Home home;
    private final Map<PersonId, String> names;

    Drafting(Home home, Map<PersonId, String> names) {
        this.home = home;
        this.names = Map.copyOf(names);
    }

    ObjectNode statement(StatementDraft draft) {
        var statement = Tree.object();
        statement.put("id", draft.id().text());
        statement.set("actor", agent(draft.actor()));
        var verb = statement.putObject("verb");
        verb.put("id", draft.verb().iri());
        verb.set("display", languages(draft.verb().display()));
        statement.set("object", object(draft.object()));
        var result = result(draft.result());
        if (!result.isEmpty()) {
            statement.set("result", result);
        }
        var context = context(draft.setting());
        if (!context.isEmpty()) {
            statement.set("context", context);
        }
        statement.put("timestamp", draft.at().toString());
        return statement;
    }

    ObjectNode agent(PersonId person) {
        var agent = Tree.object().put("objectType", "Agent");
        var name = names.getOrDefault(person, "");
        if (!name.isEmpty()) {
            agent.put("name", name);
        }
        agent.putObject("account").put("homePage", home.iri()).put("name", person.value());
        return agent;
    }

    private ObjectNode object(StatementObject object) {
        if (object instanceof Thing thing) {
            return thing(thing);
        }
        if (object instanceof StatementObject.Somebody somebody) {
            return agent(somebody.person());
        }
        var told = (StatementObject.Told) object;
        return Tree.object()
                .put("objectType", "StatementRef")
                .put("id", told.statement().text());
    }

    private ObjectNode thing(Thing thing) {
        var activity = Tree.object().put("objectType", "Activity").put("id", home.iriOf(thing.place()));
        var definition = activity.putObject("definition");
        definition.put("type", thing.type().iri());
        definition.set("name", languages(thing.name()));
        return activity;
    }

    private static ObjectNode languages(Text text) {
        var map = Tree.object().put("zh-CN", text.zh());
        if (!text.en().isEmpty()) {
            map.put("en", text.en());
        }
        return map;
    }

    private static ObjectNode result(Result result) {
        var node = Tree.object();
        result.score().ifPresent(score -> node.putObject("score")
                .put("scaled", score.scaled())
                .put("raw", score.raw())
                .put("min", score.min())
                .put("max", score.max()));
        result.success().ifPresent(yes -> node.put("success", yes));
        result.completion().ifPresent(yes -> node.put("completion", yes));
        result.response().ifPresent(text -> node.put("response", text));
        result.duration().ifPresent(time -> node.put("duration", hundredths(time)));
        extensions(node, result.extensions());
        return node;
    }

    private ObjectNode context(Setting setting) {
        var node = Tree.object();
        setting.registration().ifPresent(id -> node.put("registration", id.toString()));
        setting.instructor().ifPresent(person -> node.set("instructor", agent(person)));
        var activities = Tree.object();
        things(activities, "parent", setting.parent());
        things(activities, "grouping", setting.grouping());
        things(activities, "category", setting.category());
        if (!activities.isEmpty()) {
            node.set("contextActivities", activities);
        }
        extensions(node, setting.extensions());
        return node;
    }

    private void things(ObjectNode activities, String kind, List<Thing> things) {
        if (!things.isEmpty()) {
            ArrayNode list = activities.putArray(kind);
            things.forEach(thing -> list.add(thing(thing)));
        }
    }

    private static void extensions(ObjectNode node, Map<Extension, Object> extensions) {
        if (!extensions.isEmpty()) {
            var map = node.putObject("extensions");
            new TreeMap<>(extensions)
                    .forEach((extension, value) -> map.set(extension.iri(), Tree.read(Json.write(value))));
        }
    }

    /** More than hundredths of a second is not compared (2.0, 4.2.7), so it is not said. */
    private static String hundredths(Duration time) {
        return time.minusNanos(time.toNanosPart() % 10_000_000).toString();
    }
}
