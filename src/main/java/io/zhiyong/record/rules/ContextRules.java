package io.zhiyong.record.rules;

import io.zhiyong.record.text.Formats;
import io.zhiyong.record.text.XapiVersion;

/** The context of a statement (xAPI 1.0.3 Data 2.4.6; context agents and groups since 2.0). */
final class ContextRules {
    private static final String[] V1 = {
        "registration",
        "instructor",
        "team",
        "contextActivities",
        "revision",
        "platform",
        "language",
        "statement",
        "extensions"
    };
    private static final String[] V2 = {
        "registration",
        "instructor",
        "team",
        "contextActivities",
        "revision",
        "platform",
        "language",
        "statement",
        "extensions",
        "contextAgents",
        "contextGroups"
    };

    private ContextRules() {}

    /**
     * The context itself.
     *
     * @param aboutActivity whether the statement's object is an activity: only then may it name revision and platform
     */
    static void context(Spot spot, XapiVersion version, boolean aboutActivity) {
        if (!spot.isObject(version == XapiVersion.V2 ? V2 : V1)) {
            return;
        }
        spot.may("registration", Spot::isUuid);
        spot.may("instructor", AgentRules::actor);
        spot.may("team", AgentRules::group);
        spot.may("contextActivities", ContextRules::activities);
        spot.may("revision", revision -> text(revision, aboutActivity));
        spot.may("platform", platform -> text(platform, aboutActivity));
        spot.may("language", language -> language.form(Formats::language, "record.rule.language"));
        spot.may("statement", ContextRules::reference);
        spot.may("extensions", Spot::isExtensions);
        spot.may("contextAgents", agents -> agents.items(entry -> agentInContext(entry)));
        spot.may("contextGroups", groups -> groups.items(entry -> groupInContext(entry)));
    }

    static void reference(Spot spot) {
        if (spot.isObject("objectType", "id")) {
            spot.must("objectType", type -> type.isOneOf("StatementRef"));
            spot.must("id", Spot::isUuid);
        }
    }

    private static void text(Spot spot, boolean aboutActivity) {
        if (spot.isText() && !aboutActivity) {
            spot.wrong("record.rule.onlyActivities");
        }
    }

    private static void activities(Spot spot) {
        if (spot.isObject("parent", "grouping", "category", "other")) {
            spot.members(kind -> {
                if (kind.node().isArray()) {
                    kind.items(ActivityRules::activity);
                } else {
                    ActivityRules.activity(kind);
                }
            });
        }
    }

    private static void agentInContext(Spot entry) {
        if (entry.isObject("objectType", "agent", "relevantTypes")) {
            entry.must("objectType", type -> type.isOneOf("contextAgent"));
            entry.must("agent", AgentRules::agent);
            entry.may("relevantTypes", ContextRules::relevantTypes);
        }
    }

    private static void groupInContext(Spot entry) {
        if (entry.isObject("objectType", "group", "relevantTypes")) {
            entry.must("objectType", type -> type.isOneOf("contextGroup"));
            entry.must("group", AgentRules::group);
            entry.may("relevantTypes", ContextRules::relevantTypes);
        }
    }

    private static void relevantTypes(Spot spot) {
        if (spot.items(Spot::isIri) && spot.node().isEmpty()) {
            spot.wrong("record.rule.empty");
        }
    }
}
