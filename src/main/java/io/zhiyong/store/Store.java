package io.zhiyong.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The process's one way to its data: a MongoDB server, or the embedded one that it starts and stops. */
public final class Store implements AutoCloseable {
    private final Optional<EmbeddedMongo> embedded;
    private final MongoClient client;
    private final MongoDatabase database;

    private Store(Optional<EmbeddedMongo> embedded, MongoClient client, String database) {
        this.embedded = embedded;
        this.client = client;
        this.database = client.getDatabase(database);
    }

    /** Opens the store off the event loop; fails when the server does not answer within ten seconds. */
    public static Future<Store> open(Vertx vertx, StoreConfig config) {
        return vertx.executeBlocking(() -> connect(config))
                .compose(store -> store.ping().map(store).onFailure(problem -> store.close()));
    }

    private static Store connect(StoreConfig config) {
        if (config.uri().isPresent()) {
            return new Store(Optional.empty(), client(config.uri().get(), true), config.database());
        }
        if (config.folder().isPresent()) {
            return inFolder(config, config.folder().get());
        }
        var server = EmbeddedMongo.inMemory();
        return new Store(Optional.of(server), client(server.uri(), false), config.database());
    }

    private static Store inFolder(StoreConfig config, Path folder) {
        var address = new AddressFile(folder);
        try {
            var server = EmbeddedMongo.open(folder);
            address.write(server.uri());
            return new Store(Optional.of(server), client(server.uri(), false), config.database());
        } catch (IllegalStateException inUse) {
            var running = config.shared() ? address.read() : Optional.<String>empty();
            var uri = running.orElseThrow(() -> inUse);
            return new Store(Optional.empty(), client(uri, false), config.database());
        }
    }

    private static MongoClient client(String uri, boolean replicated) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .retryWrites(replicated)
                .retryReads(replicated);
        if (replicated) {
            settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY);
        }
        return MongoClients.create(settings.build());
    }

    public Collection collection(String name) {
        return new Collection(database.getCollection(name));
    }

    public Blobs blobs() {
        return new Blobs(collection("blobs"), collection("blob_chunks"));
    }

    /** Answers when the server does: what readiness asks. */
    public Future<Void> ping() {
        return Publishers.first(database.runCommand(new Document("ping", 1))).mapEmpty();
    }

    /** A consistent copy of the embedded store while it runs; a MongoDB server has its own tools for that. */
    public void backup(Path target) {
        embedded.orElseThrow(() -> new IllegalStateException("backup of a MongoDB server is done by its own tools"))
                .backup(target);
    }

    /** Documents that the embedded server has looked at since it started; empty on a MongoDB server. For tests of indexes. */
    public Optional<Long> examined() {
        return embedded.map(EmbeddedMongo::examined);
    }

    /** Removes the whole database: for tests that run on a shared server. */
    public Future<Void> drop() {
        return Publishers.all(database.drop()).mapEmpty();
    }

    @Override
    public void close() {
        client.close();
        embedded.ifPresent(EmbeddedMongo::close);
    }
}
