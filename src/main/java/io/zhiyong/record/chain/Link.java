package io.zhiyong.record.chain;

import java.util.Arrays;
import java.util.List;

/**
 * Some statements that were put in order together.
 *
 * @param first the number of the first, counted from 1
 * @param ids of the statements, in order
 * @param leaves 32 bytes each: what each text's leaf hash was then
 * @param root of the tree once they are in it: this is the link to all that came before
 * @param epoch of the lease under which they were put in order
 */
public record Link(long first, List<String> ids, byte[] leaves, byte[] root, long epoch) {
    public Link {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || leaves.length != ids.size() * 32) {
            throw new IllegalArgumentException("link " + first);
        }
    }

    /** The number of the last; also the size of the tree then. */
    public long last() {
        return first + ids.size() - 1;
    }

    public byte[] leaf(int position) {
        return Arrays.copyOfRange(leaves, position * 32, (position + 1) * 32);
    }
}
