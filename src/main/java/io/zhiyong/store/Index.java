package io.zhiyong.store;

import com.mongodb.client.model.IndexOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * An index that a store class declares beside the queries it serves. Two array fields cannot share one.
 *
 * @param keys field paths in order, with 1 for ascending and -1 for descending
 */
public record Index(Map<String, Integer> keys, boolean isUnique, Document filter) {

    /** Ascending over these fields. */
    public static Index on(String... fields) {
        var keys = new LinkedHashMap<String, Integer>();
        List.of(fields).forEach(field -> keys.put(field, 1));
        return new Index(keys, false, new Document());
    }

    /** The same and the last field descending: newest first behind a fixed prefix. */
    public Index newestFirst() {
        var turned = new LinkedHashMap<>(keys);
        var last = keys.keySet().stream().reduce((a, b) -> b).orElseThrow();
        turned.put(last, -1);
        return new Index(turned, isUnique, filter);
    }

    /** Refuses a second document with the same values: the arbiter of races. */
    public Index unique() {
        return new Index(keys, true, filter);
    }

    /** Holds only the documents that match; a query must say the same for the index to serve it. */
    public Index where(String field, Object value) {
        return new Index(keys, isUnique, new Document(filter).append(field, value));
    }

    Bson document() {
        return new Document(new LinkedHashMap<String, Object>(keys));
    }

    IndexOptions options() {
        var options = new IndexOptions().unique(isUnique);
        return filter.isEmpty() ? options : options.partialFilterExpression(filter);
    }
}
