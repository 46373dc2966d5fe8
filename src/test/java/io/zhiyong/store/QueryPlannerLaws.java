package io.zhiyong.store;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Indexes change how an answer is found and never the answer: a copy of the collection without indexes answers the same. */
class QueryPlannerLaws {
    private static EmbeddedMongo server;
    private static TestClient client;

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.inMemory();
        client = new TestClient(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /** Documents, indexes, changes made after the indexes, and questions. */
    private record Case(
            List<Document> documents,
            List<Document> indexes,
            List<Document> updates,
            List<Document> queries,
            List<Document> sorts) {}

    private static Case make(Random random) {
        var made = new RandomBson(random);
        return new Case(
                IntStream.range(0, 5 + random.nextInt(60))
                        .mapToObj(made::document)
                        .toList(),
                made.some(4, made::index),
                made.some(6, made::update),
                made.some(5, made::query),
                made.some(5, made::sort));
    }

    @Test
    void indexesNeverChangeAnAnswer() {
        forAll(QueryPlannerLaws::make, this::holds);
    }

    private void holds(Case made) {
        var plain = client.collection("plain");
        var indexed = client.collection("indexed");
        client.run(plain.drop());
        client.run(indexed.drop());
        client.run(plain.insertMany(made.documents()));
        var half = made.documents().size() / 2;
        client.run(indexed.insertMany(made.documents().subList(0, half)));
        made.indexes().forEach(index -> client.run(indexed.createIndex(keys(index), options(index))));
        client.run(indexed.insertMany(
                made.documents().subList(half, made.documents().size())));
        made.updates().forEach(update -> change(update, plain, indexed));
        for (int i = 0; i < made.queries().size(); i++) {
            compare(made.queries().get(i), made.sorts().get(i % made.sorts().size()), plain, indexed);
        }
    }

    private static Document keys(Document index) {
        return index.get("keys", Document.class);
    }

    private static IndexOptions options(Document index) {
        // A name of its own: two indexes on the same fields may differ in their options only by name.
        var options =
                new IndexOptions().sparse(index.getBoolean("sparse", false)).name(index.toJson());
        return index.containsKey("filter")
                ? options.partialFilterExpression(index.get("filter", Document.class))
                : options;
    }

    private static void change(Document update, MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        for (var collection : List.of(plain, indexed)) {
            if (update.containsKey("delete")) {
                client.run(collection.deleteMany(update.get("delete", Document.class)));
            } else {
                client.run(collection.updateMany(
                        update.get("filter", Document.class), update.get("update", Document.class)));
            }
        }
    }

    private static void compare(
            Document query, Document sort, MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        var wanted = client.all(plain.find(query).sort(sort));
        var found = client.all(indexed.find(query).sort(sort));
        assertThat(found)
                .as("find %s sort %s", query.toJson(), sort.toJson())
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(sortKeys(found, sort))
                .as("order of %s by %s", query.toJson(), sort.toJson())
                .isEqualTo(sortKeys(wanted, sort));
        var limited = client.all(indexed.find(query).sort(sort).limit(3));
        assertThat(sortKeys(limited, sort)).isEqualTo(sortKeys(wanted.subList(0, Math.min(3, wanted.size())), sort));
        assertThat(wanted).containsAll(limited);
        var count = List.of(new Document("$match", query), new Document("$count", "n"));
        assertThat(client.all(indexed.aggregate(count))).isEqualTo(client.all(plain.aggregate(count)));
    }

    private static List<List<Object>> sortKeys(List<Document> documents, Document sort) {
        var keys = new ArrayList<List<Object>>();
        for (var document : documents) {
            keys.add(sort.entrySet().stream()
                    .map(field -> RandomBson.sortKey(
                            document, field.getKey(), field.getValue().equals(1)))
                    .toList());
        }
        return keys;
    }
}
