package io.zhiyong.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoInterruptedException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.reactivestreams.Publisher;

/** The official driver, waiting for each answer. */
final class TestClient implements AutoCloseable {
    /** The long tests run with the lowest priority on busy machines. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MongoClient client;
    private final String database;

    TestClient(String uri) {
        this(uri, Duration.ofSeconds(10));
    }

    /** @param patience how long to look for a server that does not answer */
    TestClient(String uri, Duration patience) {
        this(uri, patience, "test");
    }

    TestClient(String uri, Duration patience, String database) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .retryReads(false)
                .retryWrites(false)
                .build());
        this.database = database;
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }

    Document command(Document command) {
        return run(client.getDatabase(database).runCommand(command));
    }

    /** The first item, null when there is none. */
    <T> T run(Publisher<T> publisher) {
        return all(publisher).stream().findFirst().orElse(null);
    }

    <T> List<T> all(Publisher<T> publisher) {
        try {
            return Publishers.all(publisher)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new MongoInterruptedException("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("not answered within " + PATIENCE, e);
        }
    }

    void drop() {
        run(client.getDatabase(database).drop());
    }

    @Override
    public void close() {
        client.close();
    }
}
