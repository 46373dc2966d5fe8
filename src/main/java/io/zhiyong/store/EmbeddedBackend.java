package io.zhiyong.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** All databases of one server, and which commands there are. */
final class EmbeddedBackend extends AbstractMongoBackend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "aggregate",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "ping",
            "buildinfo",
            "ismaster");

    private final MapStore maps;
    private final AtomicLong examined = new AtomicLong();
    private final ReplyCursor.Open cursors = new ReplyCursor.Open(getCursorRegistry());

    EmbeddedBackend(MapStore maps) {
        this.maps = maps;
        // All at once: the store can tidy its file only when it knows every map.
        maps.databases().forEach(this::resolveDatabase);
    }

    /** Whether the reply has to wait for the disk. */
    static boolean isWrite(String command) {
        return WRITES.contains(command.toLowerCase(Locale.ROOT));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new EmbeddedDatabase(name, new EmbeddedCollection.Shared(maps, getCursorRegistry(), cursors, examined));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document body) {
        var known = command.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "hello" ->
                super.handleCommand(channel, database, "ismaster", body).append("isWritablePrimary", true);
            case "endsessions" -> new Document("ok", 1.0);
            case "listdatabases" -> listDatabases();
            default -> {
                if (!WRITES.contains(known) && !READS.contains(known)) {
                    throw new NoSuchCommandException(command);
                }
                yield super.handleCommand(channel, database, command, body);
            }
        };
    }

    private Document listDatabases() {
        List<Document> names = maps.databases().stream()
                .map(name -> new Document("name", name).append("empty", false))
                .toList();
        return new Document("databases", names).append("ok", 1.0);
    }

    /** The engine insists on a batch size; clients leave it to the server. */
    @Override
    protected Document handleGetMore(String database, String command, Document body) {
        if (WriteCommands.number(body.get("batchSize")) <= 0) {
            body.put("batchSize", ReplyCursor.DEFAULT_BATCH);
        }
        return super.handleGetMore(database, command, body);
    }

    void expireCursors() {
        cursors.expire();
    }

    /** Documents looked at since the start. */
    long examined() {
        return examined.get();
    }
}
