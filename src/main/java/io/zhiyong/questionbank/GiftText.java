package io.zhiyong.questionbank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.Encoding;

/** Escapes and text formats of GIFT: {@code \~ \= \# \{ \} \: \\ \n}, and {@code [html]} and its like before a text. */
final class GiftText {
    private static final Pattern FORMAT = Pattern.compile("^\\[(html|moodle|plain|markdown)\\]");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6])>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("(?i)<(img|audio|video|object|iframe|table|math)\\b");
    private static final String SPECIAL = "~=#{}:\\";

    private GiftText() {}

    /** The place of the first unescaped {@code wanted} from {@code from} on, or -1. */
    static int find(String text, String wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Cuts before every unescaped {@code =} or {@code ~}; the first part is what stands before any. */
    static List<String> cutAtMarks(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == '~') {
                parts.add(text.substring(start, i));
                start = i;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Whether plain text loses something of this: a picture, a table. */
    static boolean holdsMore(String raw) {
        return isHtml(raw) && PICTURE.matcher(raw).find();
    }

    /** The plain text that a part of a file means. */
    static String plain(String raw) {
        var text = raw.strip();
        var html = isHtml(text);
        var unescaped = unescape(FORMAT.matcher(text).replaceFirst(""));
        return (html ? ofHtml(unescaped) : unescaped).strip();
    }

    /** The part of a file that means a plain text; {@link #plain} is its reverse. */
    static String escape(String text) {
        // Texts that a reader would take for something else hide in HTML.
        if (FORMAT.matcher(text).find() || text.contains("->")) {
            return "[html]" + escapeMarks(toHtml(text));
        }
        return escapeMarks(text);
    }

    private static boolean isHtml(String text) {
        return text.strip().startsWith("[html]");
    }

    private static String unescape(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            var next = text.charAt(++i);
            if (next == 'n') {
                plain.append('\n');
            } else if (SPECIAL.indexOf(next) >= 0) {
                plain.append(next);
            } else {
                plain.append(c).append(next);
            }
        }
        return plain.toString();
    }

    private static String escapeMarks(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                escaped.append("\\n");
            } else {
                escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    private static String ofHtml(String html) {
        var lines = LINE_END.matcher(html).replaceAll("\n");
        return Encoding.decodeHtml(TAG.matcher(lines).replaceAll(""), false).replace('\u00A0', ' ');
    }

    private static String toHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
