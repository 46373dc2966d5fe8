package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.BinData;
import java.util.Collection;
import java.util.Map;

/** How large values are, estimated without encoding them: for bounding replies and the page cache. */
final class DocumentSize {
    private DocumentSize() {}

    /** Bytes on the wire, never less than the true size: three bytes are the most that a UTF-16 unit takes in UTF-8. */
    static long onWire(Object value) {
        if (value instanceof String text) {
            return 6L + 3L * text.length();
        }
        if (value instanceof BinData data) {
            return 6L + data.getData().length;
        }
        if (value instanceof Map<?, ?> map) {
            return 6L
                    + map.entrySet().stream()
                            .mapToLong(entry -> 3L * entry.getKey().toString().length() + 2 + onWire(entry.getValue()))
                            .sum();
        }
        if (value instanceof Collection<?> list) {
            return 6L + list.stream().mapToLong(item -> 8 + onWire(item)).sum();
        }
        return 24;
    }

    /** Bytes on the heap, roughly. */
    static int inMemory(Object value) {
        if (value instanceof String text) {
            return 48 + 2 * text.length();
        }
        if (value instanceof BinData data) {
            return 48 + data.getData().length;
        }
        if (value instanceof Map<?, ?> map) {
            return 96
                    + map.values().stream()
                            .mapToInt(item -> 48 + inMemory(item))
                            .sum();
        }
        if (value instanceof Collection<?> list) {
            return 64 + list.stream().mapToInt(item -> 8 + inMemory(item)).sum();
        }
        return 24;
    }
}
