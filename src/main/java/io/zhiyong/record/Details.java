package io.zhiyong.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.record.RecordPages.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a statement says in its result and context, as names and values. */
final class Details {
    private final List<Detail> found = new ArrayList<>();

    private Details() {}

    static List<Detail> of(JsonNode statement) {
        var details = new Details();
        details.say("record.detail.scaled", statement.at("/result/score/scaled"));
        details.say("record.detail.response", statement.at("/result/response"));
        details.say("record.detail.duration", statement.at("/result/duration"));
        details.say("record.detail.registration", statement.at("/context/registration"));
        details.agent("record.detail.instructor", statement.at("/context/instructor"));
        details.agent("record.detail.team", statement.at("/context/team"));
        for (var kind : List.of("parent", "grouping", "category", "other")) {
            statement
                    .at("/context/contextActivities/" + kind)
                    .forEach(activity -> details.say("record.detail." + kind, activity.path("id")));
        }
        details.say("record.detail.platform", statement.at("/context/platform"));
        details.extensions(statement.at("/result/extensions"));
        details.extensions(statement.at("/context/extensions"));
        details.agent("record.detail.authority", statement.path("authority"));
        return List.copyOf(details.found);
    }

    private void say(String key, JsonNode value) {
        if (value.isValueNode()) {
            found.add(new Detail(Optional.of(key), "", value.asText()));
        }
    }

    private void agent(String key, JsonNode agent) {
        if (agent.isObject()) {
            found.add(new Detail(Optional.of(key), "", RecordPages.nameOf(agent)));
        }
    }

    private void extensions(JsonNode extensions) {
        for (var entry : extensions.properties()) {
            var value = entry.getValue();
            var shown = value.isTextual() ? value.asText() : value.toString();
            found.add(new Detail(key(entry.getKey()), entry.getKey(), shown));
        }
    }

    private static Optional<String> key(String iri) {
        return Arrays.stream(Vocabulary.Extension.values())
                .filter(extension -> extension.iri().equals(iri))
                .findFirst()
                .map(extension -> "record.extension." + extension.name().toLowerCase(Locale.ROOT));
    }
}
