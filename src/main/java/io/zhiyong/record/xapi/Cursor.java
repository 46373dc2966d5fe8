package io.zhiyong.record.xapi;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a list of statements goes on: the question and the place, signed, so that nothing is kept for it here and nothing can be
 * asked by it that was not asked before.
 */
final class Cursor {
    static final String PLACE = "after";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;

    Cursor(byte[] secret) {
        this.secret = secret.clone();
    }

    String write(Map<String, String> question, long after) {
        var all = new TreeMap<>(question);
        all.put(PLACE, Long.toString(after));
        var text = all.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(text) + "." + ENCODER.encodeToString(sign(text));
    }

    Map<String, String> read(String cursor) {
        var halves = cursor.split("\\.", -1);
        try {
            var text = Base64.getUrlDecoder().decode(halves[0]);
            if (halves.length != 2
                    || !MessageDigest.isEqual(sign(text), Base64.getUrlDecoder().decode(halves[1]))) {
                throw XapiFailure.bad("not a cursor of this store");
            }
            var question = new LinkedHashMap<String, String>();
            for (var pair : new String(text, StandardCharsets.UTF_8).split("&", -1)) {
                var cut = pair.indexOf('=');
                question.put(decode(pair.substring(0, cut)), decode(pair.substring(cut + 1)));
            }
            return question;
        } catch (IllegalArgumentException e) {
            throw XapiFailure.bad("not a cursor of this store");
        }
    }

    private byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
