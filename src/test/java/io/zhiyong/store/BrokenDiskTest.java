package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the disk is full or breaks, nothing is acknowledged that is not on it, and a restart finds all that was. */
class BrokenDiskTest {
    @TempDir
    Path folder;

    private final BrokenDisk disk = new BrokenDisk();

    @Test
    void fullDiskStopsTheStoreAndARestartWithRoomFindsEverythingAcknowledged() {
        var acknowledged = writeUntilRefused(() -> disk.leave(100_000));
        assertThat(acknowledged).hasSizeGreaterThan(20);
        findsAll(acknowledged);
    }

    @Test
    void failingFsyncStopsTheStore() {
        findsAll(writeUntilRefused(disk::failToForce));
    }

    private List<Integer> writeUntilRefused(Runnable breaking) {
        var acknowledged = new ArrayList<Integer>();
        try (var server = EmbeddedMongo.open(folder, 0, disk);
                var client = new TestClient(server.uri())) {
            client.run(client.collection("a").createIndex(Indexes.ascending("n")));
            for (int i = 0; i < 20; i++) {
                acknowledged.add(insert(client, i));
            }
            breaking.run();
            assertThatThrownBy(() -> {
                        for (int i = 20; i < 5000; i++) {
                            acknowledged.add(insert(client, i));
                        }
                    })
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("the embedded store has stopped");
            everythingIsRefusedNow(client);
        }
        return acknowledged;
    }

    private static int insert(TestClient client, int id) {
        client.run(client.collection("a")
                .insertOne(new Document("_id", id).append("n", id).append("x", "满".repeat(500))));
        return id;
    }

    /** Reads too: they would show what may not last. */
    private static void everythingIsRefusedNow(TestClient client) {
        assertThatThrownBy(() -> client.all(client.collection("a").find()))
                .hasMessageContaining("the embedded store has stopped");
        assertThatThrownBy(() -> client.command(new Document("ping", 1)))
                .hasMessageContaining("the embedded store has stopped");
    }

    private void findsAll(List<Integer> acknowledged) {
        try (var server = EmbeddedMongo.open(folder);
                var client = new TestClient(server.uri())) {
            var ids = client.all(client.collection("a").find()).stream()
                    .map(each -> each.getInteger("_id"))
                    .toList();
            assertThat(ids).containsAll(acknowledged);
            assertThat(ids.size() - acknowledged.size())
                    .as("at most the write under way is there besides")
                    .isBetween(0, 1);
            for (var id : ids) {
                assertThat(client.all(client.collection("a").find(Filters.eq("n", id))))
                        .hasSize(1);
            }
            insert(client, 100_000);
        }
    }
}
