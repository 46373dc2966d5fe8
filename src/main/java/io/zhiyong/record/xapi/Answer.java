package io.zhiyong.record.xapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: status, headers, body. */
record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer nothing() {
        return new Answer(204, Map.of(), NOTHING);
    }

    static Answer json(String text) {
        return of("application/json", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Answer of(String contentType, byte[] body) {
        return new Answer(200, Map.of("Content-Type", contentType), body);
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
