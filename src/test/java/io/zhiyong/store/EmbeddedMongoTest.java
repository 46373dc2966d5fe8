package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** One writer goes on without a pause, with checkpoints; each copy holds everything up to some moment and nothing after. */
    @Test
    void copyMadeUnderWritesHoldsOneMoment() throws Exception {
        var stop = new AtomicBoolean();
        try (var server = EmbeddedMongo.open(folder.resolve("data"));
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            client.run(people.createIndex(Indexes.ascending("unit", "n")));
            client.run(people.insertMany(
                    IntStream.range(0, 2000).mapToObj(EmbeddedMongoTest::person).toList()));
            var writer = CompletableFuture.runAsync(() -> {
                for (int n = 2000; !stop.get(); n++) {
                    client.run(people.insertOne(person(n)));
                    client.run(people.updateOne(Filters.eq("_id", n % 1000), Updates.inc("changed", 1)));
                    if (n % 20 == 0) {
                        server.checkpoint();
                    }
                }
            });
            for (int copy = 0; copy < 5; copy++) {
                server.backup(folder.resolve("copy" + copy));
            }
            stop.set(true);
            writer.get();
        }
        for (int copy = 0; copy < 5; copy++) {
            holdsOneMoment(folder.resolve("copy" + copy));
        }
    }

    private static void holdsOneMoment(Path copy) {
        try (var server = EmbeddedMongo.open(copy);
                var client = new TestClient(server.uri())) {
            var people = client.collection("people");
            var all = client.all(people.find().sort(Sorts.ascending("_id")));
            assertThat(all.size()).isGreaterThanOrEqualTo(2000);
            assertThat(all)
                    .extracting(each -> each.getInteger("_id"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, all.size()).boxed().toList());
            for (int unit = 0; unit < 10; unit++) {
                var expected = (all.size() + 9 - unit) / 10;
                assertThat(client.all(people.find(Filters.eq("unit", unit)))).hasSize(expected);
            }
        }
    }

    @Test
    void copyIsNotMadeOverAStore() {
        try (var server = EmbeddedMongo.open(folder)) {
            assertThatThrownBy(() -> server.backup(folder)).isInstanceOf(IllegalArgumentException.class);
        }
        try (var server = EmbeddedMongo.inMemory()) {
            assertThatThrownBy(() -> server.backup(folder.resolve("copy"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void portInUseIsToldAndTheFolderLeftFree() {
        try (var first = EmbeddedMongo.inMemory()) {
            var port = Integer.parseInt(first.uri().replaceAll(".*:(\\d+)/.*", "$1"));
            assertThatThrownBy(() -> EmbeddedMongo.open(folder, port)).hasMessageContaining("port " + port);
        }
        EmbeddedMongo.open(folder).close();
    }

    @Test
    void damagedStoreFileIsToldAndTheFolderLeftFree() throws IOException {
        EmbeddedMongo.open(folder).close();
        var file = folder.resolve("store.mv");
        var whole = Files.readAllBytes(file);
        Files.write(file, new byte[whole.length]);
        assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot open the store");
        Files.write(file, whole);
        EmbeddedMongo.open(folder).close();
    }

    /** An idle connection to somebody else's secret is not the only way to be a nuisance. */
    @Test
    void strangerWhoSendsMuchIsCutOff() throws IOException {
        try (var server = EmbeddedMongo.inMemory();
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(server.uri().replaceAll(".*:(\\d+)/.*", "$1")))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(new byte[] {0, 0, 0, 2});
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            socket.getOutputStream().write(new byte[1024]);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static Document person(int n) {
        return new Document("_id", n).append("n", n).append("unit", n % 10).append("text", "习".repeat(50));
    }
}
