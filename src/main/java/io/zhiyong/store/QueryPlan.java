package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.Document;
import io.zhiyong.store.IndexScan.Scannable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which stretches of which indexes hold everything that a query can match.
 *
 * @param ordered whether each scan gives its documents in the order wanted; several are then merged
 */
record QueryPlan(List<Scan> scans, boolean ordered) {
    QueryPlan {
        scans = List.copyOf(scans);
    }

    /** A stretch of one index. */
    record Scan(Scannable index, KeyRange range, boolean backwards) {
        Iterator<Object> positions() {
            return index.positions(range, backwards);
        }

        boolean mayRepeat() {
            return index.fields().stream().anyMatch(index::isMultikey);
        }
    }

    /** Whether every scan keeps to a part of its index. */
    boolean isNarrow() {
        return scans.stream().noneMatch(scan -> scan.range().equals(KeyRange.ALL));
    }

    /**
     * The candidates, each once, read only as far as they are asked for.
     *
     * @param document gives the document at a position
     * @param order by which to merge; natural when there is none
     */
    Stream<Document> candidates(Function<Object, Document> document, Comparator<Document> order) {
        var repeats = scans.size() > 1 || scans.stream().anyMatch(Scan::mayRepeat);
        Predicate<Object> first = repeats ? new TreeSet<>(BsonOrder.INSTANCE)::add : position -> true;
        if (scans.size() > 1 && ordered && order != null) {
            return stream(new Merge(scans, document, order)).filter(each -> first.test(each.get("_id")));
        }
        return scans.stream()
                .flatMap(scan -> stream(scan.positions()))
                .filter(first)
                .map(document)
                .filter(Objects::nonNull);
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    /** Takes from several scans, each in order, the least that any of them has next. */
    private static final class Merge implements Iterator<Document> {
        private final PriorityQueue<Head> heads;
        private final Function<Object, Document> document;

        private record Head(Document document, Iterator<Object> rest) {}

        Merge(List<Scan> scans, Function<Object, Document> document, Comparator<Document> order) {
            this.document = document;
            this.heads = new PriorityQueue<>((one, other) -> order.compare(one.document(), other.document()));
            scans.forEach(scan -> add(scan.positions()));
        }

        private void add(Iterator<Object> positions) {
            if (positions.hasNext()) {
                heads.add(new Head(document.apply(positions.next()), positions));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Document next() {
            var head = heads.remove();
            add(head.rest());
            return head.document();
        }
    }
}
