package io.zhiyong.record.xapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request with its query taken apart and the alternate syntax of 1.0.3 undone (Communication 1.3): a POST whose query says
 * only {@code method}, and whose form holds headers, parameters and content.
 *
 * @param headers names in lower case
 */
record RawRequest(String method, Map<String, String> parameters, Map<String, String> headers, byte[] body) {
    private static final List<String> FORM_HEADERS = List.of(
            "authorization", "x-experience-api-version", "content-type", "content-length", "if-match", "if-none-match");
    private static final String METHOD = "method";

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Takes a request apart.
     *
     * @param old whether it came to the address of 1.0.3
     */
    static RawRequest of(
            String method, String query, Iterable<Map.Entry<String, String>> received, byte[] body, boolean old) {
        var headers = new LinkedHashMap<String, String>();
        received.forEach(entry -> headers.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        var parameters = pairs(query == null ? "" : query);
        var name = method.equals("HEAD") ? "GET" : method;
        if (!parameters.containsKey(METHOD)) {
            return new RawRequest(name, parameters, headers, body);
        }
        var version = headers.getOrDefault("x-experience-api-version", old ? "1.0.3" : "2.0.0");
        if (!version.startsWith("1.0")) {
            throw XapiFailure.bad("the alternate request syntax ended with 1.0.3");
        }
        return alternate(name, parameters, headers, body);
    }

    private static RawRequest alternate(
            String method, Map<String, String> parameters, Map<String, String> headers, byte[] body) {
        if (!method.equals("POST") || parameters.size() != 1) {
            throw XapiFailure.bad("the alternate request syntax is a POST with nothing but method in its query");
        }
        var form = pairs(XapiRequest.text(body));
        var inner = new LinkedHashMap<>(headers);
        inner.remove("content-type");
        var asked = new LinkedHashMap<String, String>();
        byte[] content = null;
        for (var field : form.entrySet()) {
            var lower = field.getKey().toLowerCase(Locale.ROOT);
            if (FORM_HEADERS.contains(lower)) {
                inner.put(lower, field.getValue());
            } else if (field.getKey().equals("content")) {
                content = field.getValue().getBytes(StandardCharsets.UTF_8);
            } else {
                asked.put(field.getKey(), field.getValue());
            }
        }
        var wanted = parameters.get(METHOD);
        if (!List.of("GET", "PUT", "POST", "DELETE", "HEAD").contains(wanted)) {
            throw XapiFailure.bad("no such method: " + wanted);
        }
        var writes = wanted.equals("PUT") || wanted.equals("POST");
        if (writes && content == null) {
            throw XapiFailure.bad("the form has no content");
        }
        if (writes) {
            inner.putIfAbsent("content-type", "application/json");
        }
        return new RawRequest(
                wanted.equals("HEAD") ? "GET" : wanted, asked, inner, content == null ? new byte[0] : content);
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var cut = pair.indexOf('=');
            var name = decode(cut < 0 ? pair : pair.substring(0, cut));
            if (pairs.put(name, cut < 0 ? "" : decode(pair.substring(cut + 1))) != null) {
                throw XapiFailure.bad("a parameter is there twice: " + name);
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw XapiFailure.bad("not URL-encoded: " + text);
        }
    }
}
