package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * One collection: the query engine of mongo-java-server over documents in a {@link MapStore}. Every query goes through
 * {@link QueryPlanner}; every candidate is matched in full all the same.
 */
final class EmbeddedCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MapStore maps;
    private final MVMap<Object, Document> documents;
    private final ReplyCursor.Open cursors;
    private final AtomicLong examined;
    private boolean changing;
    private int mostToChange;

    /** What collections of one server have in common. */
    record Shared(MapStore maps, CursorRegistry registry, ReplyCursor.Open cursors, AtomicLong examined) {}

    EmbeddedCollection(MongoDatabase database, String name, CollectionOptions options, Shared shared) {
        super(database, name, options, shared.registry());
        this.maps = shared.maps();
        this.documents = maps.documents(database.getDatabaseName() + '.' + name);
        this.cursors = shared.cursors();
        this.examined = shared.examined();
    }

    MVMap<Object, Document> documents() {
        return documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        var most = changing && limit == 0 ? mostToChange : limit;
        var form = MatchForm.of(query);
        return read(
                form,
                SortOrder.of(orderBy),
                (candidates, sort) -> matchDocumentsFromStream(form, candidates, skip, most, batchSize, sort, fields));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** What is done with candidates and the order in which they still have to be sorted (null: none). */
    interface Reading<T> {
        T read(Stream<Document> candidates, SortOrder sort);
    }

    /** All documents that can match a query, found through an index where one helps. */
    <T> T read(Document query, Optional<SortOrder> sort, Reading<T> reading) {
        var plan = new QueryPlanner(scannables()).plan(query, sort);
        var order = sort.orElse(null);
        if (plan.isEmpty()) {
            return reading.read(documents.values().stream().peek(this::count), order);
        }
        var candidates = plan.get().candidates(this::examine, order);
        return reading.read(candidates, plan.get().ordered() ? null : order);
    }

    boolean matches(Document document, Document query) {
        return documentMatchesQuery(document, query);
    }

    private List<IndexScan.Scannable> scannables() {
        return getIndexes().stream()
                .filter(IndexScan.Scannable.class::isInstance)
                .map(IndexScan.Scannable.class::cast)
                .toList();
    }

    private Document examine(Object position) {
        count(null);
        return documents.get(position);
    }

    private void count(Document ignored) {
        examined.incrementAndGet();
    }

    /** The engine changes the documents that it found in place; so it is given copies when it is going to. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        if (changing) {
            return new QueryResult(matched.stream().map(Document::cloneDeeply).toList());
        }
        // Only commands of a client name a batch size; the engine itself wants everything.
        return batchSize > 0 ? firstBatch(matched, batchSize) : new QueryResult(matched);
    }

    /** The first part of a result, and a cursor when there is more. */
    QueryResult firstBatch(List<Document> result, int batchSize) {
        var cursor = cursors.on(result);
        var first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.keep(cursor);
        return new QueryResult(first, cursor);
    }

    private <T> T changing(int most, Supplier<T> change) {
        changing = true;
        mostToChange = most;
        try {
            return change.get();
        } finally {
            changing = false;
        }
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return changing(multi ? 0 : 1, () -> super.updateDocuments(selector, update, filters, multi, upsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        return changing(1, () -> super.findAndModify(command));
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changing(limit, () -> super.deleteDocuments(selector, limit, oplog));
    }

    /** Adds an index; when documents contradict it nothing of it stays behind. */
    @Override
    public void addIndex(Index<Object> index) {
        try {
            super.addIndex(index);
        } catch (RuntimeException e) {
            if (getIndexes().stream().noneMatch(known -> known.getName().equals(index.getName()))) {
                index.drop();
            }
            throw e;
        }
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = getIdField() == null
                ? UUID.randomUUID()
                : Missing.ofNullable(Utils.getSubdocumentValue(document, getIdField()));
        if (maps.put(documents, position, document) != null) {
            throw new IllegalStateException("there is a document at " + position + " of " + this);
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        maps.put(documents, position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        if (maps.remove(documents, position) == null) {
            throw new NoSuchElementException("no document at " + position + " of " + this);
        }
    }

    @Override
    protected Document getDocument(Object position) {
        return documents.get(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        Function<java.util.Map.Entry<Object, Document>, DocumentWithPosition<Object>> toPosition =
                entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey());
        return documents.entrySet().stream().map(toPosition);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        // Not tracked: see tracksDataSize.
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
