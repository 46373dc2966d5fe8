package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an index is.
 *
 * @param sparse leaves out documents that have none of the fields
 * @param filter leaves out documents that do not match; empty: none
 */
record IndexSpec(String name, List<IndexKey> keys, boolean unique, boolean sparse, Document filter) {
    IndexSpec {
        keys = List.copyOf(keys);
    }

    List<String> fields() {
        return keys.stream().map(IndexKey::getKey).toList();
    }

    /** For each field {@code +} or {@code -}. */
    String directions() {
        return keys.stream().map(key -> key.isAscending() ? "+" : "-").collect(Collectors.joining());
    }

    /** Whether the other one, of the same name, would hold the same. */
    boolean isSameAs(IndexSpec other) {
        return fields().equals(other.fields())
                && directions().equals(other.directions())
                && unique == other.unique
                && sparse == other.sparse
                && filter.equals(other.filter);
    }
}
