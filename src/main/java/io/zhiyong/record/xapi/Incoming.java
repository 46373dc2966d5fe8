package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.rules.StatementRules;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Statements as they came, with their attachments' content, all checked (xAPI 1.0.3 Data 2.4.11, Communication 1.5).
 *
 * @param attachments content by SHA-2 in lower case
 */
record Incoming(List<ObjectNode> statements, Map<String, Multipart.Part> attachments, boolean single) {

    static Incoming of(XapiRequest request) {
        return switch (request.mediaType()) {
            case "application/json" -> checked(request, request.json(), Map.of());
            case "multipart/mixed" -> mixed(request);
            default -> throw XapiFailure.bad("statements come as application/json or multipart/mixed");
        };
    }

    private static Incoming mixed(XapiRequest request) {
        var parts = Multipart.read(request.contentType(), request.body());
        if (parts.isEmpty()
                || !parts.get(0).header("content-type").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw XapiFailure.bad("the first part holds the statements, as application/json");
        }
        var contents = new LinkedHashMap<String, Multipart.Part>();
        for (var part : parts.subList(1, parts.size())) {
            if (!part.header("content-transfer-encoding").equalsIgnoreCase("binary")) {
                throw XapiFailure.bad("an attachment needs Content-Transfer-Encoding: binary");
            }
            var hash = part.header("x-experience-api-hash").toLowerCase(Locale.ROOT);
            if (hash.isEmpty()) {
                throw XapiFailure.bad("an attachment needs X-Experience-API-Hash");
            }
            if (!hash.equals(sha2(hash.length(), part.content()))) {
                throw XapiFailure.bad("the content of an attachment is not what its hash says: " + hash);
            }
            contents.put(hash, part);
        }
        var json = XapiRequest.json(XapiRequest.text(parts.get(0).content()), "the first part");
        return checked(request, json, contents);
    }

    private static Incoming checked(XapiRequest request, JsonNode json, Map<String, Multipart.Part> contents) {
        var problems = new ArrayList<Refusal.Problem>();
        var statements = new ArrayList<ObjectNode>();
        if (json.isArray()) {
            for (var i = 0; i < json.size(); i++) {
                problems.addAll(StatementRules.check(json.get(i), request.version(), "$[" + i + "]"));
            }
        } else {
            problems.addAll(StatementRules.check(json, request.version()));
        }
        if (!problems.isEmpty()) {
            throw new XapiFailure(400, "not a valid statement", problems);
        }
        if (json.isArray()) {
            json.forEach(one -> statements.add((ObjectNode) one));
        } else {
            statements.add((ObjectNode) json);
        }
        differentIds(statements);
        attached(statements, contents);
        return new Incoming(statements, contents, !json.isArray());
    }

    private static void differentIds(List<ObjectNode> statements) {
        var ids = new HashSet<String>();
        for (var statement : statements) {
            if (statement.has("id") && !ids.add(statement.get("id").asText().toLowerCase(Locale.ROOT))) {
                throw XapiFailure.bad(
                        "an id is used twice: " + statement.get("id").asText());
            }
        }
    }

    /** Each attachment is here or elsewhere, and nothing is here that no statement names. */
    private static void attached(List<ObjectNode> statements, Map<String, Multipart.Part> contents) {
        var unclaimed = new HashMap<>(contents);
        for (var statement : statements) {
            attached(statement, statement.path("attachments"), contents, unclaimed);
            attached(statement, statement.path("object").path("attachments"), contents, unclaimed);
        }
        if (!unclaimed.isEmpty()) {
            throw XapiFailure.bad("a part that no statement names: "
                    + unclaimed.keySet().iterator().next());
        }
    }

    private static void attached(
            ObjectNode statement,
            JsonNode attachments,
            Map<String, Multipart.Part> contents,
            Map<String, Multipart.Part> unclaimed) {
        for (var attachment : attachments) {
            var sha2 = attachment.get("sha2").asText().toLowerCase(Locale.ROOT);
            unclaimed.remove(sha2);
            var content = contents.get(sha2);
            if (content == null && !attachment.has("fileUrl")) {
                throw XapiFailure.bad("an attachment without content and without fileUrl: " + sha2);
            }
            if (content != null && attachment.path("usageType").asText().equals(Signatures.USAGE)) {
                Signatures.check(statement, attachment, content.content());
            }
        }
    }

    /** SHA-224, 256, 384 or 512, by the number of hexadecimal digits. */
    private static String sha2(int digits, byte[] content) {
        try {
            return switch (digits) {
                case 56 -> hex(MessageDigest.getInstance("SHA-224").digest(content));
                case 64 -> hex(Hashes.sha256(content));
                case 96 -> hex(MessageDigest.getInstance("SHA-384").digest(content));
                case 128 -> hex(MessageDigest.getInstance("SHA-512").digest(content));
                default -> "";
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
