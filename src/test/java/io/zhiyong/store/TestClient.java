package io.zhiyong.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.zhiyong.testkit.Await;
import java.util.List;
import org.bson.Document;
import org.reactivestreams.Publisher;

/** The official driver, waiting for each answer. */
final class TestClient implements AutoCloseable {
    private final MongoClient client;
    private final String database;

    TestClient(String uri) {
        this(MongoClients.create(uri), "test");
    }

    TestClient(MongoClient client) {
        this(client, "test");
    }

    TestClient(MongoClient client, String database) {
        this.client = client;
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
        return Await.await(Publishers.all(publisher));
    }

    void drop() {
        run(client.getDatabase(database).drop());
    }

    @Override
    public void close() {
        client.close();
    }
}
