package io.zhiyong.record.rules;

import java.util.HashSet;
import java.util.List;

/** Activities and their definitions (xAPI 1.0.3 Data 2.4.4.1). */
final class ActivityRules {
    private static final String[] INTERACTIONS = {
        "true-false",
        "choice",
        "fill-in",
        "long-fill-in",
        "matching",
        "performance",
        "sequencing",
        "likert",
        "numeric",
        "other"
    };
    private static final List<String> COMPONENTS = List.of("choices", "scale", "source", "target", "steps");
    private static final String[] DEFINITION = {
        "name",
        "description",
        "type",
        "moreInfo",
        "extensions",
        "interactionType",
        "correctResponsesPattern",
        "choices",
        "scale",
        "source",
        "target",
        "steps"
    };

    private ActivityRules() {}

    static void activity(Spot spot) {
        if (spot.isObject("objectType", "id", "definition")) {
            spot.may("objectType", type -> type.isOneOf("Activity"));
            spot.must("id", Spot::isIri);
            spot.may("definition", ActivityRules::definition);
        }
    }

    private static void definition(Spot spot) {
        if (!spot.isObject(DEFINITION)) {
            return;
        }
        spot.may("name", Spot::isLanguageMap);
        spot.may("description", Spot::isLanguageMap);
        spot.may("type", Spot::isIri);
        spot.may("moreInfo", Spot::isIri);
        spot.may("extensions", Spot::isExtensions);
        spot.may("interactionType", type -> type.isOneOf(INTERACTIONS));
        spot.may("correctResponsesPattern", pattern -> pattern.items(Spot::isText));
        COMPONENTS.forEach(list -> spot.may(list, ActivityRules::components));
        var needed = spot.has("correctResponsesPattern") || COMPONENTS.stream().anyMatch(spot::has);
        if (needed && !spot.has("interactionType")) {
            spot.wrong("record.rule.missing", "interactionType");
        }
    }

    private static void components(Spot list) {
        var seen = new HashSet<String>();
        list.items(component -> {
            if (component.isObject("id", "description")) {
                component.must("id", id -> {
                    if (id.isText() && !seen.add(id.node().textValue())) {
                        id.wrong("record.rule.twice", id.node().textValue());
                    }
                });
                component.may("description", Spot::isLanguageMap);
            }
        });
    }
}
