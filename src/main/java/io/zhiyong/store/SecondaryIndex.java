package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * An ordinary index: its entries are the values followed by the {@code _id}, so that equal values do not collide. To the
 * planner the {@code _id} is one more field, by which equal values are sorted.
 */
final class SecondaryIndex extends StoredIndex {
    private static final byte[] NOTHING = new byte[0];

    private static final String ID = "_id";

    private final MVMap<KeyValue, byte[]> entries;
    private final List<String> fields;

    SecondaryIndex(MapStore maps, String namespace, IndexSpec spec) {
        super(maps, namespace, spec);
        this.entries = maps.secondary(spec, namespace);
        this.fields = Stream.concat(spec.fields().stream(), Stream.of(ID)).toList();
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public String directions() {
        return spec().directions() + '+';
    }

    @Override
    MVMap<KeyValue, ?> entries() {
        return entries;
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        keysOf(document).forEach(key -> maps.put(entries, entry(key, id), NOTHING));
        noteMultikey(document);
    }

    @Override
    public Object remove(Document document) {
        var id = document.get(ID);
        keysOf(document).forEach(key -> maps.remove(entries, entry(key, id)));
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        keysOf(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        List<KeyValue> old = keysOf(before);
        List<KeyValue> now = keysOf(after);
        if (old.equals(now)) {
            return;
        }
        var kept = new HashSet<>(now);
        old.stream().filter(key -> !kept.contains(key)).forEach(key -> maps.remove(entries, entry(key, id)));
        now.forEach(key -> maps.put(entries, entry(key, id), NOTHING));
        noteMultikey(after);
    }

    private static KeyValue entry(KeyValue key, Object id) {
        var values = new ArrayList<>(key.size() + 1);
        key.forEach(values::add);
        values.add(id);
        return new KeyValue(values);
    }

    @Override
    public Iterator<Object> positions(KeyRange range, boolean backwards) {
        return IndexScan.over(entries, range, backwards, (key, nothing) -> Missing.ofNullable(key.get(key.size() - 1)));
    }
}
