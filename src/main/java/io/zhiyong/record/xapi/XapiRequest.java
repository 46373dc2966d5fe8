package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.rules.StatementRules;
import io.zhiyong.record.text.Formats;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request as a resource sees it, the alternate syntax already undone. Parameters are checked as strictly as members of
 * statements are (xAPI 1.0.3 Data 2.2, XAPI-00012).
 *
 * @param headers names in lower case
 */
record XapiRequest(
        String method,
        String resource,
        XapiVersion version,
        Map<String, String> parameters,
        Map<String, String> headers,
        byte[] body,
        Credential credential) {

    /** Refuses every parameter that is not named here: also those in another case. */
    void allow(String... names) {
        var allowed = Set.of(names);
        for (var name : parameters.keySet()) {
            if (!allowed.contains(name)) {
                throw XapiFailure.bad("unknown parameter: " + name);
            }
        }
    }

    boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String need(String name) {
        return parameter(name).orElseThrow(() -> XapiFailure.bad("missing parameter: " + name));
    }

    String needIri(String name) {
        return iri(name, need(name));
    }

    Optional<String> iri(String name) {
        return parameter(name).map(value -> iri(name, value));
    }

    private static String iri(String name, String value) {
        if (!Formats.iri(value)) {
            throw XapiFailure.bad(name + " is no IRI: " + value);
        }
        return value;
    }

    Optional<String> uuid(String name) {
        return parameter(name).map(value -> {
            if (!Formats.uuid(value)) {
                throw XapiFailure.bad(name + " is no UUID: " + value);
            }
            return value.toLowerCase(Locale.ROOT);
        });
    }

    Optional<Instant> time(String name) {
        return parameter(name).map(value -> Formats.instant(value)
                .orElseThrow(() -> XapiFailure.bad(name + " is no timestamp: " + value)));
    }

    boolean truth(String name) {
        var value = parameter(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw XapiFailure.bad(name + " is neither true nor false: " + value);
        }
        return value.equals("true");
    }

    JsonNode needAgent() {
        need("agent");
        return agent().orElseThrow();
    }

    Optional<JsonNode> agent() {
        return parameter("agent").map(text -> {
            var agent = json(text, "agent");
            var problems = StatementRules.checkActor(agent);
            if (!problems.isEmpty()) {
                throw new XapiFailure(400, "agent is no agent", problems);
            }
            return agent;
        });
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String contentType() {
        return header("content-type").orElse("");
    }

    boolean isJson() {
        return mediaType().equals("application/json");
    }

    String mediaType() {
        return contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    JsonNode json() {
        return json(text(body), "body");
    }

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw XapiFailure.bad("not UTF-8");
        }
    }

    static JsonNode json(String text, String what) {
        try {
            return Tree.read(text);
        } catch (Refusal refusal) {
            throw new XapiFailure(400, what + " is not correct JSON", refusal.problems());
        }
    }
}
