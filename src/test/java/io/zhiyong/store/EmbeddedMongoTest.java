package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server as a whole: it opens, keeps, copies and closes. */
class EmbeddedMongoTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenWhenOpenedAgain() {
        try (var server = EmbeddedMongo.open(folder);
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            client.run(people.createIndex(Indexes.ascending("account"), new IndexOptions().unique(true)));
            client.run(people.insertOne(new Document("_id", 1).append("account", "li")));
            client.run(people.updateOne(Filters.eq("account", "li"), Updates.set("name", "李")));
        }
        try (var server = EmbeddedMongo.open(folder);
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            assertThat(client.all(people.find(Filters.eq("account", "li"))))
                    .containsExactly(
                            new Document("_id", 1).append("account", "li").append("name", "李"));
            assertThatThrownBy(() -> client.run(people.insertOne(new Document("_id", 2).append("account", "li"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void secondOpenOfOneFolderIsRefusedWithTheHoldersName() {
        try (var server = EmbeddedMongo.open(folder)) {
            assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(server.uri()).startsWith("mongodb://");
        }
    }

    @Test
    void strangerIsRefused() {
        try (var server = EmbeddedMongo.inMemory();
                var client = new TestClient(server.uri().replaceAll("//.*@", "//zhiyong:guess@"))) {
            assertThatThrownBy(() -> client.all(client.collection("people").find()))
                    .hasMessageContaining("authenticating");
        }
        try (var server = EmbeddedMongo.inMemory();
                var client =
                        new TestClient(server.uri().replaceAll("//.*@", "//").replaceAll("/\\?.*", ""))) {
            assertThatThrownBy(() -> client.all(client.collection("people").find()))
                    .hasMessageContaining("requires authentication");
        }
    }

    @Test
    void copyMadeUnderWritesOpensAndIsConsistent() {
        var copy = folder.resolve("copy");
        try (var server = EmbeddedMongo.open(folder.resolve("data"));
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            client.run(people.createIndex(Indexes.ascending("unit", "n")));
            client.run(people.insertMany(
                    IntStream.range(0, 5000).mapToObj(EmbeddedMongoTest::person).toList()));
            server.backup(copy);
            client.run(people.deleteMany(Filters.lt("n", 2500)));
        }
        try (var server = EmbeddedMongo.open(copy);
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            assertThat(client.all(people.find())).hasSize(5000);
            assertThat(client.all(people.find(Filters.eq("unit", 3)))).hasSize(500);
        }
    }

    private static Document person(int n) {
        return new Document("_id", "p" + n)
                .append("n", n)
                .append("unit", n % 10)
                .append("text", "习".repeat(50));
    }
}
