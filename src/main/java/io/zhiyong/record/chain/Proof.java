package io.zhiyong.record.chain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A proof in two steps: which tiles it needs, and, given them, its hashes. */
public record Proof(List<Span> spans) {
    public Proof {
        spans = List.copyOf(spans);
    }

    /** That leaf number {@code leaf}, counted from 0, is in the tree of {@code size} leaves. */
    public static Proof inclusion(long leaf, long size) {
        return new Proof(Proofs.inclusion(leaf, size));
    }

    /** That the tree of {@code old} leaves, at least one, is the beginning of that of {@code size}. */
    public static Proof consistency(long old, long size) {
        return new Proof(Proofs.consistency(old, size));
    }

    /** Not a proof but the root itself, in the same two steps. */
    public static Proof root(long size) {
        return new Proof(size == 0 ? List.of() : List.of(new Span(0, size)));
    }

    public Set<Tile.Key> tiles() {
        var keys = new LinkedHashSet<Tile.Key>();
        spans.stream()
                .map(Span::nodes)
                .flatMap(Collection::stream)
                .map(Tile.Key::of)
                .forEach(keys::add);
        return keys;
    }

    /** From the leaf upwards; 32 bytes each. */
    public List<byte[]> hashes(Map<Tile.Key, Tile> tiles) {
        return spans.stream()
                .map(span -> span.hash(node -> tiles.get(Tile.Key.of(node)).hash(node)))
                .toList();
    }
}
