package io.zhiyong.record.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.text.XapiVersion;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a JSON value is a statement (xAPI 1.0.3, Data part 2; what 2.0 adds where the version says so). Pure. Each problem
 * names the JSON path at fault, what was found, and what was expected.
 */
public final class StatementRules {
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
    private static final Pattern V1_NUMBER = Pattern.compile("1\\.0(?:\\.\\d+)?");
    private static final Pattern V2_NUMBER = Pattern.compile("1\\.0(?:\\.\\d+)?|2\\.0\\.\\d+");
    private static final String[] STATEMENT = {
        "id",
        "actor",
        "verb",
        "object",
        "result",
        "context",
        "timestamp",
        "stored",
        "authority",
        "version",
        "attachments"
    };
    private static final String[] SUB_STATEMENT = {
        "objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments"
    };

    private StatementRules() {}

    /** Nothing when it is one; at most twenty problems otherwise. */
    public static List<Refusal.Problem> check(JsonNode value, XapiVersion version) {
        return check(value, version, "$");
    }

    /** The same for a value at some path of a larger one, {@code $[3]} in a batch. */
    public static List<Refusal.Problem> check(JsonNode value, XapiVersion version, String path) {
        var findings = new Findings();
        statement(new Spot(value, path, findings), version);
        return findings.all();
    }

    /** Of an agent or a group, as it comes in a query parameter. */
    public static List<Refusal.Problem> checkActor(JsonNode value) {
        var findings = new Findings();
        AgentRules.actor(new Spot(value, "$", findings));
        return findings.all();
    }

    private static void statement(Spot spot, XapiVersion version) {
        if (!spot.isObject(STATEMENT)) {
            return;
        }
        spot.may("id", Spot::isUuid);
        spot.may("stored", Spot::isTimestamp);
        spot.may("authority", AgentRules::authority);
        var number = version == XapiVersion.V2 ? V2_NUMBER : V1_NUMBER;
        spot.may("version", v -> v.form(text -> number.matcher(text).matches(), "record.rule.version"));
        body(spot, version, false);
    }

    private static void body(Spot spot, XapiVersion version, boolean within) {
        spot.must("actor", AgentRules::actor);
        spot.must("verb", StatementRules::verb);
        spot.must("object", object -> object(object, version, within));
        spot.may("result", ResultRules::result);
        var type = spot.node().path("object").path("objectType").asText("Activity");
        spot.may("context", context -> ContextRules.context(context, version, type.equals("Activity")));
        spot.may("timestamp", Spot::isTimestamp);
        spot.may("attachments", AttachmentRules::attachments);
        if (spot.node().path("verb").path("id").asText().equals(VOIDED) && !type.equals("StatementRef")) {
            spot.wrong("record.rule.voiding");
        }
    }

    private static void verb(Spot spot) {
        if (spot.isObject("id", "display")) {
            spot.must("id", Spot::isIri);
            spot.may("display", Spot::isLanguageMap);
        }
    }

    private static void object(Spot spot, XapiVersion version, boolean within) {
        switch (spot.node().path("objectType").asText("Activity")) {
            case "Agent" -> AgentRules.agent(spot);
            case "Group" -> AgentRules.group(spot);
            case "StatementRef" -> ContextRules.reference(spot);
            case "SubStatement" -> {
                if (within) {
                    spot.wrong("record.rule.nested");
                } else if (spot.isObject(SUB_STATEMENT)) {
                    body(spot, version, true);
                }
            }
            default -> {
                spot.may(
                        "objectType",
                        type -> type.isOneOf("Activity", "Agent", "Group", "StatementRef", "SubStatement"));
                ActivityRules.activity(spot);
            }
        }
    }
}
