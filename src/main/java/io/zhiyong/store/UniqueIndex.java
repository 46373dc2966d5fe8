package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;

/** An index that refuses a second document with the same values: from the values to the one {@code _id}. */
final class UniqueIndex extends StoredIndex {
    private final MVMap<KeyValue, Object> entries;

    UniqueIndex(MapStore maps, String namespace, IndexSpec spec) {
        super(maps, namespace, spec);
        this.entries = maps.unique(spec, namespace);
    }

    @Override
    MVMap<KeyValue, ?> entries() {
        return entries;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        for (var key : keysOf(document)) {
            if (entries.containsKey(key)) {
                throw new DuplicateKeyError(this, collection, getKeys(), key);
            }
        }
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        checkAdd(document, collection);
        put(keysOf(document), id);
        noteMultikey(document);
    }

    private void put(List<KeyValue> keys, Object id) {
        keys.forEach(key -> maps.put(entries, key, Missing.ofNullable(id)));
    }

    @Override
    public Object remove(Document document) {
        keysOf(document).forEach(key -> maps.remove(entries, key));
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        var id = Missing.ofNullable(before.get("_id"));
        for (var key : keysOf(after)) {
            var holder = entries.get(key);
            if (holder != null && BsonOrder.INSTANCE.compare(holder, id) != 0) {
                throw new DuplicateKeyError(this, collection, getKeys(), key);
            }
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        var old = keysOf(before);
        var now = keysOf(after);
        if (!old.equals(now)) {
            old.forEach(key -> maps.remove(entries, key));
            put(now, id);
            noteMultikey(after);
        }
    }

    @Override
    public Iterator<Object> positions(KeyRange range, boolean backwards) {
        return IndexScan.over(entries, range, backwards, (key, id) -> id);
    }
}
