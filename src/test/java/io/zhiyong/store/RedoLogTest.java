package io.zhiyong.store;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log gives back after every kind of end: all whole blocks in order, and never anything else. */
class RedoLogTest {
    @TempDir
    Path folder;

    private Path even;
    private Path odd;

    @BeforeEach
    void files() {
        even = folder.resolve("even");
        odd = folder.resolve("odd");
    }

    private RedoLog open() throws IOException {
        return new RedoLog(DiskFile::onDisk, even, odd);
    }

    private void write(long epoch, List<String> blocks) throws IOException {
        try (var log = open()) {
            log.begin(epoch);
            for (var block : blocks) {
                log.append(bytes(block));
            }
        }
    }

    private List<String> read(long epoch) throws IOException {
        var found = new ArrayList<String>();
        try (var log = open()) {
            var count = log.replay(
                    epoch, data -> found.add(StandardCharsets.UTF_8.decode(data).toString()));
            assertThat(count).isEqualTo(found.size());
        }
        return found;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int lengthOf(List<String> blocks) {
        return blocks.stream()
                .mapToInt(block -> RedoLog.HEADER + bytes(block).remaining())
                .sum();
    }

    @Test
    void blocksComeBackInOrder() throws IOException {
        var blocks = IntStream.range(0, 200).mapToObj(i -> "块" + "x".repeat(i)).toList();
        write(7, blocks);
        assertThat(read(7)).isEqualTo(blocks);
        assertThat(read(8)).isEmpty();
        assertThat(read(9)).isEmpty();
    }

    /** As after a kill or a power cut in the middle of a write: the file ends there, or goes on with anything. */
    @Test
    void tornAtEveryByteOfTheLastBlockOnlyThatBlockIsLost() throws IOException {
        var kept = List.of("one", "two, a little longer");
        write(4, List.of("one", "two, a little longer", "the last block, torn"));
        var start = lengthOf(kept);
        var end = start + lengthOf(List.of("the last block, torn"));
        var whole = Arrays.copyOf(Files.readAllBytes(even), end + 100);
        for (int cut = start; cut < end; cut++) {
            Files.write(even, Arrays.copyOf(whole, cut));
            assertThat(read(4)).as("cut at %d", cut).isEqualTo(kept);
            Files.write(even, zeroedFrom(whole, cut, end));
            assertThat(read(4)).as("zeros from %d", cut).isEqualTo(kept);
            var flipped = whole.clone();
            flipped[cut] ^= 0x10;
            Files.write(even, flipped);
            assertThat(read(4)).as("bit flipped at %d", cut).isEqualTo(kept);
        }
    }

    private static byte[] zeroedFrom(byte[] whole, int from, int end) {
        var torn = whole.clone();
        Arrays.fill(torn, from, end, (byte) 0);
        // The last byte of a block may be zero by itself: make the loss certain.
        torn[end - 1] = (byte) (whole[end - 1] ^ 1);
        return torn;
    }

    @Test
    void blocksOfAnOlderEpochBehindTheTailAreNotTakenForNewOnes() throws IOException {
        write(2, List.of("old 0", "old 1", "old 2", "old 3"));
        write(4, List.of("new 0", "new 1"));
        assertThat(read(4)).containsExactly("new 0", "new 1");
    }

    /** As when somebody puts back an old store file beside newer logs. */
    @Test
    void storeFileOlderThanItsLogIsRefused() throws IOException {
        write(2, List.of("old 0", "old 1", "old 2"));
        write(4, List.of("new 0"));
        assertThatThrownBy(() -> read(2)).isInstanceOf(IOException.class).hasMessageContaining("older store");
    }

    @Test
    void twoEpochsLieInTwoFiles() throws IOException {
        write(6, List.of("before the checkpoint"));
        write(7, List.of("after it"));
        assertThat(read(6)).containsExactly("before the checkpoint");
        assertThat(read(7)).containsExactly("after it");
    }

    /** A tail can be torn, but what follows a whole block cannot have been written before it: that is a damaged disk. */
    @Test
    void damageInTheMiddleIsAnErrorAndNotSilentLoss() throws IOException {
        write(4, List.of("one", "two", "three"));
        var bytes = Files.readAllBytes(even);
        bytes[RedoLog.HEADER + 1] ^= 1;
        Files.write(even, bytes);
        assertThatThrownBy(() -> read(4)).isInstanceOf(IOException.class).hasMessageContaining("damaged at byte 0");
    }

    @Test
    void garbageHoldsNoBlock() {
        forAll(RedoLogTest::garbage, garbage -> {
            Files.write(even, garbage);
            assertThat(read(4)).isEmpty();
        });
    }

    private static byte[] garbage(Random random) {
        var bytes = new byte[random.nextInt(4096)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void garbageBehindWholeBlocksTakesNothingAway() throws IOException {
        var blocks = List.of("one", "two");
        write(4, blocks);
        var whole = Arrays.copyOf(Files.readAllBytes(even), lengthOf(blocks));
        forAll(RedoLogTest::garbage, garbage -> {
            Files.write(even, whole);
            Files.write(even, garbage, StandardOpenOption.APPEND);
            assertThat(read(4)).isEqualTo(blocks);
        });
    }

    @Test
    void growsPastItsFirstReservation() throws IOException {
        var big = "大".repeat(1 << 20);
        write(4, List.of(big, big, "small"));
        assertThat(read(4)).containsExactly(big, big, "small");
    }
}
