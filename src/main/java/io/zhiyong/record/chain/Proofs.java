package io.zhiyong.record.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which subtrees prove what, and whether they do (RFC 9162 sections 2.1.3 and 2.1.4). */
public final class Proofs {
    private Proofs() {}

    /** PATH(leaf, D[size]): the subtrees whose hashes prove that a leaf is in the tree of that size; from the leaf upwards. */
    static List<Span> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " of " + size);
        }
        var spans = new ArrayList<Span>();
        var start = 0L;
        var end = size;
        while (end - start > 1) {
            var middle = start + Span.cut(end - start);
            if (leaf < middle) {
                spans.add(new Span(middle, end));
                end = middle;
            } else {
                spans.add(new Span(start, middle));
                start = middle;
            }
        }
        Collections.reverse(spans);
        return spans;
    }

    /** PROOF(old, D[size]): the subtrees whose hashes prove that the tree of the old size is the beginning of the newer. */
    static List<Span> consistency(long old, long size) {
        if (old < 1 || old > size) {
            throw new IllegalArgumentException("size " + old + " of " + size);
        }
        var spans = new ArrayList<Span>();
        var start = 0L;
        var end = size;
        while (old < end) {
            var middle = start + Span.cut(end - start);
            if (old <= middle) {
                spans.add(new Span(middle, end));
                end = middle;
            } else {
                spans.add(new Span(start, middle));
                start = middle;
            }
        }
        if (start != 0) {
            spans.add(new Span(start, end));
        }
        Collections.reverse(spans);
        return spans;
    }

    /** RFC 9162 section 2.1.3.2. */
    public static boolean included(byte[] leafHash, long leaf, long size, List<byte[]> proof, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var fn = leaf;
        var sn = size - 1;
        var hash = leafHash;
        for (var step : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Leaf.node(step, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Leaf.node(hash, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** RFC 9162 section 2.1.4.2. */
    public static boolean consistent(long old, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
        if (old < 1 || old > size) {
            return false;
        }
        if (old == size) {
            return proof.isEmpty() && Arrays.equals(oldRoot, root);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            path.add(0, oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        var fn = old - 1;
        var sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var oldHash = path.get(0);
        var newHash = path.get(0);
        for (var step : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                oldHash = Leaf.node(step, oldHash);
                newHash = Leaf.node(step, newHash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                newHash = Leaf.node(newHash, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, root);
    }
}
