package io.zhiyong.record.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * One text per JSON value, whatever the order of members, the escapes and the white space it came with.
 *
 * <p>After RFC 8785 (members sorted by UTF-16 code units, its string escapes, no white space), but for numbers: RFC 8785 rounds
 * them to IEEE 754 doubles, so that two different decimals may come out alike. Here a number is written by its exact value:
 * the digits without trailing zeros, then, when there is one, the power of ten ({@code 1.50} → {@code 15e-1},
 * {@code 100} and {@code 1e2} → {@code 1e2}). Equal values are equal texts, and only they are.
 */
public final class Canonical {
    private Canonical() {}

    public static String text(JsonNode value) {
        var out = new StringBuilder(512);
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject((ObjectNode) value, out);
            case ARRAY -> writeArray(value, out);
            case STRING -> writeString(value.textValue(), out);
            case NUMBER -> writeNumber(value.decimalValue(), out);
            case BOOLEAN -> out.append(value.booleanValue());
            default -> out.append("null");
        }
    }

    private static void writeObject(ObjectNode object, StringBuilder out) {
        var sorted = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        out.append('{');
        var comma = "";
        for (var member : sorted.entrySet()) {
            out.append(comma);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        var comma = "";
        for (var item : array) {
            out.append(comma);
            write(item, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void writeNumber(BigDecimal number, StringBuilder out) {
        if (number.signum() == 0) {
            out.append('0');
            return;
        }
        var bare = number.stripTrailingZeros();
        out.append(bare.unscaledValue());
        if (bare.scale() != 0) {
            out.append('e').append(-(long) bare.scale());
        }
    }

    /** RFC 8785 section 3.2.2.2. */
    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
