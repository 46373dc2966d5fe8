package io.zhiyong.record.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The leaves from {@code start} up to, not with, {@code end}: a subtree as RFC 9162 cuts them, complete or at the right edge.
 * Its hash follows from the complete subtrees it consists of, which are the only ones that need keeping.
 */
public record Span(long start, long end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(start + " to " + end);
        }
    }

    /** Complete subtrees from left to right, each as large as fits. */
    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        var at = start;
        while (at < end) {
            var fits = 63 - Long.numberOfLeadingZeros(end - at);
            var aligned = at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
            nodes.add(new Node(aligned, at >> aligned));
            at += 1L << aligned;
        }
        return nodes;
    }

    /** MTH of RFC 9162 section 2.1.1, from the hashes of complete subtrees. */
    byte[] hash(Function<Node, byte[]> hashes) {
        var nodes = nodes();
        var hash = hashes.apply(nodes.get(nodes.size() - 1));
        for (var i = nodes.size() - 2; i >= 0; i--) {
            hash = Leaf.node(hashes.apply(nodes.get(i)), hash);
        }
        return hash;
    }

    /** The largest power of two below the number of leaves: where RFC 9162 cuts. */
    static long cut(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
