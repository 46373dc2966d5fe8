package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small one in memory, where the test may mount one. {@link BrokenDiskTest} runs everywhere. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path mount;
    private boolean mounted;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        mount = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", mount.toString());
        assumeTrue(mounted, "needs the right to mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", mount.toString()))
                    .as("all files are closed")
                    .isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Test
    void fullDiskIsToldAndWithRoomAgainNothingAcknowledgedIsMissing() throws IOException {
        var ballast = mount.resolve("ballast");
        Files.write(ballast, new byte[60 << 20]);
        var data = mount.resolve("data");
        var acknowledged = new ArrayList<Integer>();
        try (var server = EmbeddedMongo.open(data);
                var client = new TestClient(server.uri())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2000; i++) {
                            client.run(client.collection("a").insertOne(document(i)));
                            acknowledged.add(i);
                        }
                    })
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("the embedded store has stopped")
                    .hasMessageContaining("No space left");
        }
        Files.delete(ballast);
        try (var server = EmbeddedMongo.open(data);
                var client = new TestClient(server.uri())) {
            var found = client.all(client.collection("a").find()).stream()
                    .map(each -> each.getInteger("_id"))
                    .toList();
            assertThat(acknowledged).isNotEmpty();
            assertThat(found).containsAll(acknowledged);
            client.run(client.collection("a").insertOne(document(-1)));
        }
    }

    /** 40 kB that do not compress. */
    private static Document document(int id) {
        var bytes = new byte[40_000];
        new Random(id).nextBytes(bytes);
        return new Document("_id", id).append("bytes", bytes);
    }
}
