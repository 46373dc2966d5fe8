package io.zhiyong.record.chain;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tiled tree against the recursive definitions of RFC 9162 section 2.1, written down as they stand there. */
class MerkleLaws {
    private record Case(List<byte[]> entries, int old, int leaf) {
        @Override
        public String toString() {
            return entries.size() + " entries, old " + old + ", leaf " + leaf;
        }
    }

    private static Case someCase(Random random) {
        // Mostly small, where every shape occurs; now and then across two levels of tiles.
        var size = 1 + (random.nextInt(20) == 0 ? random.nextInt(70_000) : random.nextInt(600));
        var entries = new ArrayList<byte[]>();
        for (var i = 0; i < size; i++) {
            var entry = new byte[random.nextInt(9)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return new Case(entries, 1 + random.nextInt(size), random.nextInt(size));
    }

    private static final class Grown {
        final Frontier frontier = Frontier.empty();
        final Map<Tile.Key, Tile> tiles = new HashMap<>();

        Grown(List<byte[]> entries) {
            entries.forEach(entry -> {
                frontier.append(Leaf.hash(entry));
                if (frontier.size() % 97 == 0) {
                    keep();
                }
            });
            keep();
        }

        void keep() {
            frontier.takeTouched().forEach(tile -> tiles.put(tile.key(), tile));
        }
    }

    @Test
    void rootIsTheRecursiveOne() {
        forAll(MerkleLaws::someCase, c -> assertThat(new Grown(c.entries).frontier.root())
                .isEqualTo(mth(c.entries)));
    }

    @Test
    void emptyTreeHashesNothing() {
        assertThat(HexFormat.of().formatHex(Frontier.empty().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void inclusionProofsAreTheRecursiveOnesAndVerify() {
        forAll(MerkleLaws::someCase, c -> {
            var grown = new Grown(c.entries);
            var proof = hashes(Proof.inclusion(c.leaf, c.entries.size()), grown);
            assertThat(proof).containsExactlyElementsOf(path(c.leaf, c.entries));
            var leaf = Leaf.hash(c.entries.get(c.leaf));
            var size = c.entries.size();
            var root = grown.frontier.root();
            assertThat(Proofs.included(leaf, c.leaf, size, proof, root)).isTrue();
            assertThat(Proofs.included(flipped(leaf), c.leaf, size, proof, root))
                    .isFalse();
            assertThat(Proofs.included(leaf, c.leaf, size, proof, flipped(root)))
                    .isFalse();
            for (var i = 0; i < proof.size(); i++) {
                var wrong = new ArrayList<>(proof);
                wrong.set(i, flipped(wrong.get(i)));
                assertThat(Proofs.included(leaf, c.leaf, size, wrong, root)).isFalse();
            }
        });
    }

    @Test
    void consistencyProofsAreTheRecursiveOnesAndVerify() {
        forAll(MerkleLaws::someCase, c -> {
            var grown = new Grown(c.entries);
            var size = c.entries.size();
            var proof = hashes(Proof.consistency(c.old, size), grown);
            assertThat(proof).containsExactlyElementsOf(c.old == size ? List.of() : subproof(c.old, c.entries, true));
            var oldRoot = mth(c.entries.subList(0, c.old));
            var root = mth(c.entries);
            assertThat(Proofs.consistent(c.old, oldRoot, size, root, proof)).isTrue();
            assertThat(Proofs.consistent(c.old, flipped(oldRoot), size, root, proof))
                    .isFalse();
            assertThat(Proofs.consistent(c.old, oldRoot, size, flipped(root), proof))
                    .isFalse();
        });
    }

    @Test
    void anEdgeTakenUpLaterGrowsAlike() {
        forAll(MerkleLaws::someCase, c -> {
            var grown = new Grown(c.entries);
            var resumed = Frontier.at(c.old, grown.tiles);
            assertThat(resumed.root()).isEqualTo(mth(c.entries.subList(0, c.old)));
            c.entries.subList(c.old, c.entries.size()).forEach(entry -> resumed.append(Leaf.hash(entry)));
            assertThat(resumed.root()).isEqualTo(mth(c.entries));
        });
    }

    private static List<byte[]> hashes(Proof proof, Grown grown) {
        assertThat(grown.tiles.keySet()).containsAll(proof.tiles());
        return proof.hashes(grown.tiles);
    }

    private static byte[] flipped(byte[] hash) {
        var copy = hash.clone();
        copy[7] ^= 1;
        return copy;
    }

    // ---- RFC 9162 section 2.1, word for word

    private static byte[] mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return Leaf.ofNothing();
        }
        if (d.size() == 1) {
            return Leaf.hash(d.get(0));
        }
        var k = k(d.size());
        return Leaf.node(mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        var k = k(d.size());
        return m < k
                ? joined(path(m, d.subList(0, k)), mth(d.subList(k, d.size())))
                : joined(path(m - k, d.subList(k, d.size())), mth(d.subList(0, k)));
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        var n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        var k = k(n);
        return m <= k
                ? joined(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : joined(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    private static int k(int n) {
        var k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> joined(List<byte[]> list, byte[] last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
