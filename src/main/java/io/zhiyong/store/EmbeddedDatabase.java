package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** One database: where its collections and indexes are kept, and the commands that the engine lacks or answers wrongly. */
final class EmbeddedDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private static final String FILTER = "filter:";
    private static final String PARTIAL = "partialFilterExpression";
    private static final int INVALID_NAMESPACE = 73;
    private static final int SPECS_CONFLICT = 86;
    private static final int INVALID_OPTIONS = 72;

    private final EmbeddedCollection.Shared shared;
    private final MapStore maps;

    EmbeddedDatabase(String name, EmbeddedCollection.Shared shared) {
        super(name, shared.registry());
        this.shared = shared;
        this.maps = shared.maps();
        initializeNamespacesAndIndexes();
    }

    /** A command as it came. */
    record Request(Channel channel, String command, Document body, DatabaseResolver databases, Oplog oplog) {
        Request with(String key, Object value) {
            var changed = body.clone();
            changed.put(key, value);
            return new Request(channel, command, changed, databases, oplog);
        }

        /** The collection it is about. */
        String collection() {
            return body.get(command).toString();
        }
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document body, DatabaseResolver databases, Oplog oplog) {
        Unsupported.checkOptions(body);
        var request = new Request(channel, command, body, databases, oplog);
        return switch (command) {
            case "insert" -> WriteCommands.insert(request, this::engine);
            case "update" -> WriteCommands.update(request, this::engine);
            case "findAndModify", "findandmodify" -> WriteCommands.findAndModify(request, this::engine);
            case "find" -> find(request);
            case "aggregate" -> AggregateCommand.run(request, this, existing(request.collection()));
            case "createIndexes" -> createIndexes(request);
            case "dropIndexes" -> dropIndexes(request);
            default -> engine(request);
        };
    }

    private Document engine(Request request) {
        return super.handleCommand(
                request.channel(), request.command(), request.body(), request.databases(), request.oplog());
    }

    /** Null when there is none. */
    private EmbeddedCollection existing(String collection) {
        return (EmbeddedCollection) resolveCollection(collection, false);
    }

    private Document find(Request request) {
        var body = request.body();
        var limit = WriteCommands.number(body.get("limit"));
        var wanted = WriteCommands.number(body.get("batchSize"));
        var batch = wanted > 0 ? wanted : limit > 0 ? limit : ReplyCursor.DEFAULT_BATCH;
        var reply = engine(request.with("batchSize", batch));
        if (Boolean.TRUE.equals(body.get("singleBatch"))) {
            var cursor = (Document) reply.get("cursor");
            cursorRegistry.remove((Long) cursor.put("id", 0L));
        }
        return reply;
    }

    private Document createIndexes(Request request) {
        var collection = request.collection();
        for (var description : WriteCommands.documents(request.body().get("indexes"))) {
            Unsupported.checkIndex(description);
            checkConflict(existing(collection), description);
        }
        return engine(request);
    }

    private static void checkConflict(EmbeddedCollection collection, Document description) {
        var name = description.get("name");
        var wanted = spec(
                name.toString(),
                keys((Document) description.get("key")),
                description,
                description.get(PARTIAL) instanceof Document filter ? filter : new Document());
        if (collection == null) {
            return;
        }
        for (var index : collection.getIndexes()) {
            if (index.getName().equals(name)
                    && index instanceof StoredIndex stored
                    && !stored.spec().isSameAs(wanted)) {
                throw new MongoServerError(
                        SPECS_CONFLICT,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index, but other keys or options: "
                                + name);
            }
        }
    }

    private static List<IndexKey> keys(Document key) {
        var keys = new ArrayList<IndexKey>();
        key.forEach((field, direction) -> keys.add(new IndexKey(field, ((Number) direction).intValue() > 0)));
        return keys;
    }

    private static IndexSpec spec(String name, List<IndexKey> keys, Document options, Document filter) {
        return new IndexSpec(
                name,
                keys,
                Boolean.TRUE.equals(options.get("unique")),
                Boolean.TRUE.equals(options.get("sparse")),
                filter);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        var filter = FILTER + description.get("ns") + '|' + description.get("name");
        if (!(description.get(PARTIAL) instanceof Document partial)
                || maps.catalog().containsKey(filter)) {
            super.addIndex(description);
            return;
        }
        maps.put(maps.catalog(), filter, partial);
        try {
            super.addIndex(description);
        } catch (RuntimeException e) {
            maps.remove(maps.catalog(), filter);
            throw e;
        }
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (name.equals(PrimaryIndex.NAME)) {
            return new PrimaryIndex(maps.documents(getFullCollectionNamespace(collection)));
        }
        return new UniqueIndex(
                maps, getFullCollectionNamespace(collection), stored(collection, name, keys, true, sparse));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(
                maps, getFullCollectionNamespace(collection), stored(collection, name, keys, false, sparse));
    }

    private IndexSpec stored(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        var filter = maps.catalog().get(FILTER + getFullCollectionNamespace(collection) + '|' + name);
        return new IndexSpec(name, keys, unique, sparse, filter == null ? new Document() : filter);
    }

    /** The engine would drop indexes of the same name of other collections too. */
    private Document dropIndexes(Request request) {
        var collection = existing(request.collection());
        var wanted = request.body().get("index");
        var dropped = new ArrayList<Document>();
        if (collection != null) {
            var ofThis = new Document("ns", collection.getFullName());
            for (var description : indexes.get().handleQuery(ofThis)) {
                var name = description.get("name");
                var all = "*".equals(wanted) && !PrimaryIndex.NAME.equals(name);
                if (all || name.equals(wanted) || description.get("key").equals(wanted)) {
                    dropped.add(description);
                }
            }
        }
        if (dropped.isEmpty() && !"*".equals(wanted)) {
            throw new IndexNotFoundException("index not found with name [" + wanted + "]");
        }
        dropped.forEach(description -> drop(collection, description));
        return new Document("ok", 1.0);
    }

    private void drop(EmbeddedCollection collection, Document description) {
        var name = description.get("name").toString();
        if (name.equals(PrimaryIndex.NAME)) {
            throw new MongoServerError(INVALID_OPTIONS, "InvalidOptions", "cannot drop _id index");
        }
        dropIndex(collection, name);
        indexes.get().deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 0);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        maps.remove(maps.catalog(), FILTER + collection.getFullName() + '|' + name);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        if (name.indexOf('|') >= 0) {
            // It divides the names of indexes from those of collections.
            throw new MongoServerError(
                    INVALID_NAMESPACE, "InvalidNamespace", "a collection's name cannot hold |: " + name);
        }
        return new EmbeddedCollection(this, name, options, shared);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        var documents = existing(name).documents();
        super.dropCollection(name, oplog);
        maps.drop(documents);
    }

    @Override
    protected long getStorageSize() {
        return maps.fileSize();
    }

    @Override
    protected long getFileSize() {
        return maps.fileSize();
    }
}
