package io.zhiyong.store;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.zhiyong.base.Ids;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A fresh collection for each test, on the server that {@link #uri} names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Parity {
    private final AtomicInteger names = new AtomicInteger();
    private EmbeddedMongo server;
    protected TestClient client;
    protected MongoCollection<Document> collection;

    /** Embedded, unless told otherwise. */
    String uri() {
        server = EmbeddedMongo.inMemory();
        return server.uri();
    }

    @BeforeAll
    void start() {
        client = new TestClient(uri(), Duration.ofSeconds(10), "parity_" + Ids.fresh());
    }

    @BeforeEach
    void freshCollection() {
        collection = client.collection("c" + names.incrementAndGet());
    }

    @AfterAll
    void stop() {
        client.drop();
        client.close();
        if (server != null) {
            server.close();
        }
    }

    static Document doc(String json) {
        return Document.parse(json);
    }

    void insert(String... documents) {
        client.run(
                collection.insertMany(Stream.of(documents).map(Document::parse).toList()));
    }

    List<Document> find(String query) {
        return client.all(collection.find(doc(query)).sort(doc("{_id: 1}")));
    }

    List<Object> ids(String query) {
        return find(query).stream().map(each -> each.get("_id")).toList();
    }

    List<Object> idsSorted(String query, String sort) {
        return client.all(collection.find(doc(query)).sort(doc(sort))).stream()
                .map(each -> each.get("_id"))
                .toList();
    }

    Document only(String query) {
        return client.run(collection.find(doc(query)));
    }

    List<Document> aggregate(String... stages) {
        List<Bson> pipeline = Stream.of(stages).map(stage -> (Bson) doc(stage)).toList();
        return client.all(collection.aggregate(pipeline));
    }
}
