package io.zhiyong.record;

import static io.zhiyong.record.Records.passed;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/verify, run as a stranger would run it, over what the pages answer. */
@ExtendWith(StoreExtension.class)
class VerifierTest {
    private static final String CHIEF = "chief:administrator@u-root";

    @TempDir
    private Path folder;

    private static int run(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "docs/verify/verify.py"));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static boolean pythonIsThere() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private Path saved(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aStrangerFindsProofsRightAndTamperingWrong(Vertx vertx, Store store) throws Exception {
        assumeTrue(pythonIsThere(), "python3 is needed to run the verifier");
        var records = Records.started(vertx, store);
        await(Future.all(IntStream.range(0, 37)
                .mapToObj(i -> records.append(passed(new PersonId("p" + i), "e" + i)))
                .toList()));
        while (await(records.feed(36, 1)).isEmpty()) {
            Thread.onSpinWait();
        }
        await(records.stop());
        try (var site = Site.open(vertx, Clock.systemUTC(), records.routes())) {
            for (var number : new int[] {0, 16, 36}) {
                var id = await(records.feed(number, 1)).get(0).statement().id();
                var answer = site.get(CHIEF, "/records/" + id).text();
                assertThat(run("inclusion", saved("record.json", answer))).isZero();
                var changed = answer.replace("\\\"raw\\\":87", "\\\"raw\\\":88");
                assertThat(changed).isNotEqualTo(answer);
                assertThat(run("inclusion", saved("record.json", changed))).isEqualTo(1);
            }
            var root = site.get("", "/records/head").json().at("/head/root").asText();
            for (var old : new long[] {1, 8, 21, 37}) {
                var oldRoot = rootOf(store, old);
                var proof = saved(
                        "proof.json",
                        site.get("", "/records/consistency?old=" + old + "&size=37")
                                .text());
                assertThat(run("consistency", oldRoot, root, proof)).isZero();
                assertThat(run("consistency", "f".repeat(64), root, proof)).isEqualTo(1);
            }
        }
    }

    private static String rootOf(Store store, long size) {
        var chain = new io.zhiyong.record.chain.ChainStore(store);
        var hashes = await(chain.hashes(io.zhiyong.record.chain.Proof.root(size)));
        return java.util.HexFormat.of().formatHex(hashes.get(0));
    }
}
