package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server process under writes, again and again on the same files, and counts. Nothing acknowledged may be missing, and
 * every index must agree with the documents. {@code kill.rounds} says how often.
 */
class KillTest {
    private static final int EVERY = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("kill.seed", 1));
    private final KillWitness witness = new KillWitness();

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        kill(Integer.getInteger("kill.rounds", 3));
    }

    /** The long form: about an hour and a half. */
    @Test
    @Tag("long")
    void nothingAcknowledgedIsLostInAThousandKills() throws Exception {
        kill(Integer.getInteger("kill.rounds", 1000));
    }

    private void kill(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (var server = KilledServer.start(folder);
                    var client = new TestClient(server.uri(), PATIENCE)) {
                witness.verifyLatest(client);
                if (round % EVERY == EVERY - 1) {
                    witness.verifyAll(client);
                    System.out.println("after " + round + " kills: " + witness);
                }
                writeUntilKilled(client, server);
            }
        }
        try (var server = EmbeddedMongo.open(folder);
                var client = new TestClient(server.uri())) {
            witness.verifyLatest(client);
            witness.verifyAll(client);
            System.out.println("after " + rounds + " kills: " + witness);
        }
    }

    private void writeUntilKilled(TestClient client, KilledServer server) throws InterruptedException {
        witness.prepare(client);
        var stop = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(KillWitness.WRITERS);
        for (int i = 0; i < KillWitness.WRITERS; i++) {
            var writer = i;
            threads.execute(() -> writeOn(client, writer, stop));
        }
        witness.awaitWrites(20 + random.nextInt(200), random.nextInt(20));
        server.kill();
        stop.set(true);
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            // Whoever still looks for the server need not go on.
            threads.shutdownNow();
        }
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void writeOn(TestClient client, int writer, AtomicBoolean stop) {
        try {
            while (!stop.get()) {
                witness.write(client, writer);
            }
        } catch (com.mongodb.MongoException killed) {
            stop.set(true);
        }
    }
}
