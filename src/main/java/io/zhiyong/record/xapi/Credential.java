package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.record.text.Tree;
import java.util.Set;

/**
 * A client that may speak to the record store.
 *
 * @param key its name, also in the statements it vouches for
 * @param home of the account that names it
 */
record Credential(String key, String home, Set<Scope> scopes) {
    Credential {
        scopes = Set.copyOf(scopes);
    }

    boolean may(Scope... anyOf) {
        for (var scope : anyOf) {
            if (scopes.contains(scope)) {
                return true;
            }
        }
        return scopes.contains(Scope.ALL);
    }

    void require(Scope... anyOf) {
        if (!may(anyOf)) {
            throw new XapiFailure(403, "this credential may not do that");
        }
    }

    /** Who vouches for what it writes (Data 2.4.9). */
    ObjectNode authority() {
        var agent = Tree.object().put("objectType", "Agent").put("name", key);
        agent.putObject("account").put("homePage", home + "/xapi").put("name", key);
        return agent;
    }
}
