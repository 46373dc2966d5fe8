package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id}: the documents are themselves sorted by it, so it keeps no entries of its own. */
final class PrimaryIndex extends Index<Object> implements IndexScan.Scannable {
    static final String NAME = "_id_";
    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;

    PrimaryIndex(MVMap<Object, Document> documents) {
        super(NAME, List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    public List<String> fields() {
        return List.of(ID);
    }

    @Override
    public String directions() {
        return "+";
    }

    @Override
    public boolean isMultikey(String field) {
        return false;
    }

    @Override
    public Iterator<Object> positions(KeyRange range, boolean backwards) {
        return IndexScan.overIds(documents, range, backwards);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public Object getPosition(Document document) {
        return Missing.ofNullable(document.get(ID));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(getPosition(document))) {
            throw new DuplicateKeyError(
                    this, collection, getKeys(), new KeyValue(Collections.singletonList(document.get(ID))));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        // The document itself is the entry.
    }

    @Override
    public Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // An _id never changes: the engine refuses it.
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        // See checkUpdate.
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by QueryPlanner");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // The documents go with their collection.
    }
}
