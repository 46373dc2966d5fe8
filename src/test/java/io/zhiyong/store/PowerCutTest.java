package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link KillTest}, with a disk that at each end forgets at random what was not forced; with checkpoints at all times. */
class PowerCutTest {
    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("power.seed", 1));
    private final KillWitness witness = new KillWitness();

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        cut(Integer.getInteger("power.cuts", 10));
    }

    /** The long form. */
    @Test
    @Tag("long")
    void nothingAcknowledgedIsLostInAThousandCuts() throws Exception {
        cut(Integer.getInteger("power.cuts", 1000));
    }

    private void cut(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            var disk = new ForgetfulDisk();
            try (var server = EmbeddedMongo.open(folder, 0, disk);
                    var client = new TestClient(server.uri(), Duration.ofMinutes(1))) {
                witness.verifyLatest(client);
                if (i % 20 == 0) {
                    witness.verifyAll(client);
                }
                writeUntilDark(server, client, disk);
            }
        }
        try (var server = EmbeddedMongo.open(folder);
                var client = new TestClient(server.uri())) {
            witness.verifyLatest(client);
            witness.verifyAll(client);
            System.out.println("after " + times + " power cuts: " + witness);
        }
    }

    private void writeUntilDark(EmbeddedMongo server, TestClient client, ForgetfulDisk disk) throws Exception {
        witness.prepare(client);
        var stop = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(KillWitness.WRITERS + 1);
        for (int i = 0; i < KillWitness.WRITERS; i++) {
            var writer = i;
            threads.execute(() -> until(stop, () -> witness.write(client, writer)));
        }
        threads.execute(() -> until(stop, server::checkpoint));
        witness.awaitWrites(random.nextInt(200), random.nextInt(20));
        disk.cutPower(random);
        stop.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void until(AtomicBoolean stop, Runnable step) {
        try {
            while (!stop.get()) {
                step.run();
            }
        } catch (MongoException dark) {
            stop.set(true);
        }
    }
}
