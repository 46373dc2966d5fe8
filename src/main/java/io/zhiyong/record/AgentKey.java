package io.zhiyong.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One text per way of naming an agent, so that agents are equal when their keys are (xAPI 1.0.3 Data 2.4.2.3). */
public final class AgentKey {
    private AgentKey() {}

    static String account(String homePage, String name) {
        return "account " + homePage + " " + name;
    }

    /** Of an agent or group; an anonymous group has none. */
    public static Optional<String> of(JsonNode agent) {
        if (agent.has("mbox")) {
            return Optional.of("mbox " + agent.get("mbox").asText());
        }
        if (agent.has("mbox_sha1sum")) {
            return Optional.of("sha1 " + agent.get("mbox_sha1sum").asText().toLowerCase(java.util.Locale.ROOT));
        }
        if (agent.has("openid")) {
            return Optional.of("openid " + agent.get("openid").asText());
        }
        if (agent.has("account")) {
            var account = agent.get("account");
            return Optional.of(account(
                    account.path("homePage").asText(), account.path("name").asText()));
        }
        return Optional.empty();
    }
}
