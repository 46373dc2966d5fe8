package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index kept in one map. The query engine asks it to keep up with changes; which index serves a query is decided by
 * {@link QueryPlanner} and not by the engine, so its own questions ({@code canHandle}) are answered with no.
 */
abstract class StoredIndex extends Index<Object> implements IndexScan.Scannable {
    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();
    private static final String MULTIKEY = "multikey:";
    private static final String FIELDS = "fields";

    protected final MapStore maps;
    private final IndexSpec spec;
    private final List<String> fields;
    private final String multikeyName;
    private final Set<String> multikey;

    StoredIndex(MapStore maps, String namespace, IndexSpec spec) {
        // Sparse in the engine's eyes: it then takes "no position" for an answer.
        super(spec.name(), spec.keys(), true);
        this.maps = maps;
        this.spec = spec;
        this.fields = spec.fields();
        this.multikeyName = MULTIKEY + namespace + '|' + spec.name();
        this.multikey = new LinkedHashSet<>();
        var known = maps.catalog().getOrDefault(multikeyName, new Document());
        ((List<?>) known.getOrDefault(FIELDS, List.of())).forEach(field -> multikey.add(field.toString()));
    }

    IndexSpec spec() {
        return spec;
    }

    abstract MVMap<KeyValue, ?> entries();

    /** The keys of a document that this index holds; none for one that it leaves out. */
    protected final List<KeyValue> keysOf(Document document) {
        return covers(document) ? IndexKeys.of(document, fields).keys() : List.of();
    }

    private boolean covers(Document document) {
        if (!spec.filter().isEmpty() && !MATCHER.matches(document, spec.filter())) {
            return false;
        }
        return !spec.sparse() || fields.stream().anyMatch(field -> IndexKeys.exists(document, field));
    }

    /** Once a field went through an array, plans must reckon with it for good, as in MongoDB. */
    protected final void noteMultikey(Document document) {
        if (multikey.size() < fields.size()
                && covers(document)
                && multikey.addAll(IndexKeys.of(document, fields).multikey())) {
            maps.put(maps.catalog(), multikeyName, new Document(FIELDS, List.copyOf(multikey)));
        }
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public String directions() {
        return spec.directions();
    }

    @Override
    public boolean isMultikey(String field) {
        return multikey.contains(field);
    }

    @Override
    public boolean isUnique() {
        return spec.unique();
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof StoredIndex stored && spec.isSameAs(stored.spec);
    }

    @Override
    public Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        keysOf(document);
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
        return entries().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    /** Forgets the entries and what was noted about them. */
    @Override
    public void drop() {
        maps.drop(entries());
        maps.remove(maps.catalog(), multikeyName);
    }
}
