package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.record.text.Comparison;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;

/** Signed statements: a JSON web signature over the statement, as an attachment (xAPI 1.0.3 Data 2.6). */
final class Signatures {
    static final String USAGE = "http://adlnet.gov/expapi/attachments/signature";
    private static final Map<String, String> ALGORITHMS =
            Map.of("RS256", "SHA256withRSA", "RS384", "SHA384withRSA", "RS512", "SHA512withRSA");

    private Signatures() {}

    static void check(ObjectNode statement, JsonNode attachment, byte[] content) {
        if (!attachment.path("contentType").asText().equals("application/octet-stream")) {
            throw XapiFailure.bad("a signature is application/octet-stream");
        }
        var parts = new String(content, StandardCharsets.US_ASCII).strip().split("\\.", -1);
        if (parts.length != 3) {
            throw XapiFailure.bad("not a JSON web signature in its compact form");
        }
        var header = XapiRequest.json(decoded(parts[0]), "the header of the signature");
        var algorithm = ALGORITHMS.get(header.path("alg").asText());
        if (algorithm == null) {
            throw XapiFailure.bad("a signature is RS256, RS384 or RS512");
        }
        var payload = XapiRequest.json(decoded(parts[1]), "the payload of the signature");
        if (!(payload instanceof ObjectNode signed) || !told(signed).equals(told(statement))) {
            throw XapiFailure.bad("the signature is over another statement");
        }
        if (header.path("x5c").isArray() && !header.path("x5c").isEmpty()) {
            verify(header.path("x5c").get(0).asText(), algorithm, parts);
        }
    }

    private static String told(ObjectNode statement) {
        var copy = statement.deepCopy();
        if (copy.get("attachments") instanceof ArrayNode attachments) {
            var others = copy.arrayNode();
            attachments.forEach(one -> {
                if (!one.path("usageType").asText().equals(USAGE)) {
                    others.add(one);
                }
            });
            if (others.isEmpty()) {
                copy.remove("attachments");
            } else {
                copy.set("attachments", others);
            }
        }
        return Comparison.hash(copy);
    }

    private static void verify(String certificate, String algorithm, String[] parts) {
        try {
            var x509 = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(certificate)));
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(x509.getPublicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw XapiFailure.bad("the signature is wrong");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw XapiFailure.bad("the signature cannot be checked: " + e.getMessage());
        }
    }

    private static String decoded(String part) {
        try {
            return XapiRequest.text(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            throw XapiFailure.bad("a part of the signature is no base 64");
        }
    }
}
