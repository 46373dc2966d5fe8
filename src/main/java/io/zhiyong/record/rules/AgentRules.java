package io.zhiyong.record.rules;

import io.zhiyong.record.text.Formats;
import java.util.List;

/** Agents and groups (xAPI 1.0.3 Data 2.4.2, 2.4.9). */
final class AgentRules {
    static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final String AGENT = "Agent";
    private static final String GROUP = "Group";

    private AgentRules() {}

    /** An agent or a group; without {@code objectType} it is an agent. */
    static void actor(Spot spot) {
        if (spot.node().path("objectType").asText().equals(GROUP)) {
            group(spot);
        } else {
            agent(spot);
        }
    }

    static void agent(Spot spot) {
        if (!spot.isObject("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account")) {
            return;
        }
        spot.may("objectType", type -> type.isOneOf(AGENT));
        spot.may("name", Spot::isText);
        if (identifiers(spot) != 1) {
            spot.wrong("record.rule.oneIdentifier", String.join(", ", IDENTIFIERS));
        }
    }

    static void group(Spot spot) {
        if (!spot.isObject("objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account")) {
            return;
        }
        spot.must("objectType", type -> type.isOneOf(GROUP));
        spot.may("name", Spot::isText);
        spot.may("member", members -> members.items(AgentRules::agent));
        var count = identifiers(spot);
        if (count > 1) {
            spot.wrong("record.rule.oneIdentifier", String.join(", ", IDENTIFIERS));
        }
        if (count == 0 && spot.node().path("member").isEmpty()) {
            spot.wrong("record.rule.members");
        }
    }

    /** Who vouches: an agent, or an application and its user as an anonymous group of two. */
    static void authority(Spot spot) {
        actor(spot);
        if (!spot.node().path("objectType").asText().equals(GROUP)) {
            return;
        }
        var identified = IDENTIFIERS.stream().anyMatch(spot::has);
        if (identified || spot.node().path("member").size() != 2) {
            spot.wrong("record.rule.authority");
        }
    }

    private static long identifiers(Spot spot) {
        spot.may("mbox", mbox -> mbox.form(Formats::mailto, "record.rule.mailto"));
        spot.may("mbox_sha1sum", sum -> sum.form(Formats::sha1, "record.rule.sha1"));
        spot.may("openid", Spot::isIri);
        spot.may("account", AgentRules::account);
        return IDENTIFIERS.stream().filter(spot::has).count();
    }

    private static void account(Spot spot) {
        if (spot.isObject("homePage", "name")) {
            spot.must("homePage", Spot::isIri);
            spot.must("name", Spot::isText);
        }
    }
}
