package io.zhiyong.record.xapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** multipart/mixed, read and written (RFC 2046 section 5.1; xAPI 1.0.3 Communication 1.5.2). */
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 200;
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private Multipart() {}

    /**
     * One part.
     *
     * @param headers names in lower case
     */
    record Part(Map<String, String> headers, byte[] content) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static List<Part> read(String contentType, byte[] body) {
        var matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw XapiFailure.bad("multipart/mixed without a boundary");
        }
        var name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        var delimiter = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very beginning: a line end is put before it so that all look alike.
        var text = join(LINE, body);
        var parts = new ArrayList<Part>();
        var at = find(text, delimiter, 0);
        if (at < 0) {
            throw XapiFailure.bad("the boundary of the header is not in the body");
        }
        while (true) {
            var start = at + delimiter.length;
            if (start + 1 < text.length && text[start] == '-' && text[start + 1] == '-') {
                return parts;
            }
            var next = find(text, delimiter, start);
            if (next < 0 || parts.size() == MOST_PARTS) {
                throw XapiFailure.bad("the last boundary is missing, or there are too many parts");
            }
            parts.add(part(Arrays.copyOfRange(text, start, next)));
            at = next;
        }
    }

    /** What stands between two boundaries: the rest of the boundary's line, headers, a blank line, content. */
    private static Part part(byte[] text) {
        var line = find(text, LINE, 0);
        if (line < 0) {
            throw XapiFailure.bad("a part without headers");
        }
        var blank = find(text, BLANK_LINE, line);
        if (blank < 0) {
            throw XapiFailure.bad("a part without a blank line after its headers");
        }
        var headers = new LinkedHashMap<String, String>();
        var from = Math.min(line + 2, blank);
        for (var header : new String(text, from, Math.max(0, blank - from), StandardCharsets.UTF_8).split("\r\n", -1)) {
            var colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        return new Part(headers, Arrays.copyOfRange(text, blank + 4, text.length));
    }

    static byte[] write(String boundary, List<Part> parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
            part.headers()
                    .forEach((name, value) ->
                            out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
            out.writeBytes(LINE);
            out.writeBytes(part.content());
            out.writeBytes(LINE);
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static int find(byte[] text, byte[] what, int from) {
        for (var i = from; i <= text.length - what.length; i++) {
            var j = 0;
            while (j < what.length && text[i + j] == what[j]) {
                j++;
            }
            if (j == what.length) {
                return i;
            }
        }
        return -1;
    }
}
