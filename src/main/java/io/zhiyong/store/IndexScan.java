package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Walks along a stretch of an index, in its order or against it, reading no further than it is asked to. */
final class IndexScan {
    private IndexScan() {}

    /** An index as the planner sees it. */
    interface Scannable {
        String getName();

        List<String> fields();

        /** For each field {@code +} or {@code -}. */
        String directions();

        boolean isUnique();

        /** Whether any document has, or had, an array on the way to this field. */
        boolean isMultikey(String field);

        /** The {@code _id}s within a range; one more than once where the index is multikey. */
        Iterator<Object> positions(KeyRange range, boolean backwards);
    }

    static <V> Iterator<Object> over(
            MVMap<KeyValue, V> entries, KeyRange range, boolean backwards, BiFunction<KeyValue, V, Object> position) {
        if (entries.isEmpty()) {
            return Collections.emptyIterator();
        }
        var type = (BsonTypes.KeyType) entries.getKeyType();
        var at = range.prefix().size();
        var descends = type.isDescending(at);
        var start = start(range, descends, backwards);
        var cursor = entries.cursor(start.isEmpty() ? null : new KeyValue(start), null, backwards);
        return new Walk<>(cursor) {
            @Override
            Object accept(KeyValue key, V value) {
                if (!range.hasPrefix(key)) {
                    return END;
                }
                var side = range.next().areNone() ? 0 : range.next().sideOf(key.get(at));
                if (side == 0) {
                    return position.apply(key, value);
                }
                return side > 0 == (descends == backwards) ? END : SKIP;
            }
        };
    }

    /** The key to start from: no entry in the range lies before it (behind it, when walking backwards). */
    private static List<Object> start(KeyRange range, boolean descends, boolean backwards) {
        var bounds = range.next();
        if (bounds.areNone()) {
            return backwards ? range.prefixAnd(BsonTypes.AFTER_ALL) : range.prefix();
        }
        var fromLow = descends == backwards;
        var bound = fromLow ? bounds.low() : bounds.high();
        var open = fromLow ? bounds.lowOpen() : bounds.highOpen();
        return open == backwards ? range.prefixAnd(bound) : range.prefixAnd(bound, BsonTypes.AFTER_ALL);
    }

    static Iterator<Object> overIds(MVMap<Object, Document> documents, KeyRange range, boolean backwards) {
        if (documents.isEmpty()) {
            return Collections.emptyIterator();
        }
        if (!range.prefix().isEmpty()) {
            var id = range.prefix().get(0);
            return documents.containsKey(id) ? List.of(id).iterator() : Collections.emptyIterator();
        }
        var bounds = range.next();
        var cursor = documents.cursor(backwards ? bounds.high() : bounds.low(), null, backwards);
        return new Walk<Object, Document>(cursor) {
            @Override
            Object accept(Object id, Document document) {
                var side = bounds.sideOf(id);
                if (side == 0) {
                    return id;
                }
                return side > 0 == backwards ? SKIP : END;
            }
        };
    }

    /** Entries of a cursor until one says that the end is reached. */
    private abstract static class Walk<K, V> implements Iterator<Object> {
        static final Object SKIP = new Object();
        static final Object END = new Object();

        private final Cursor<K, V> cursor;
        private Object next = SKIP;

        Walk(Cursor<K, V> cursor) {
            this.cursor = cursor;
        }

        /** The position of an entry, {@link #SKIP} or {@link #END}. */
        abstract Object accept(K key, V value);

        @Override
        public boolean hasNext() {
            while (next == SKIP) {
                next = cursor.hasNext() ? accept(cursor.next(), cursor.getValue()) : END;
            }
            return next != END;
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var position = next;
            next = SKIP;
            return position;
        }
    }
}
