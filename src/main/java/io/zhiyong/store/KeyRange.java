package io.zhiyong.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of an index: the values of its first fields, and between what the next field lies.
 *
 * @param prefix what the first fields equal; may be empty
 * @param next the bounds of the field behind them; {@link Bounds#ALL} when there are none
 */
record KeyRange(List<Object> prefix, Bounds next) {
    /** The whole index. */
    static final KeyRange ALL = new KeyRange(List.of(), Bounds.ALL);

    KeyRange {
        prefix = List.copyOf(prefix);
    }

    /**
     * Between two values of one type.
     *
     * @param low null: unbounded, and then {@code high} is null too
     */
    record Bounds(Object low, boolean lowOpen, Object high, boolean highOpen) {
        static final Bounds ALL = new Bounds(null, false, null, false);

        boolean areNone() {
            return low == null;
        }

        /** Before (negative), within (0) or behind (positive) these bounds. */
        int sideOf(Object value) {
            if (areNone()) {
                return 0;
            }
            var toLow = BsonOrder.INSTANCE.compare(value, low);
            if (toLow < 0 || toLow == 0 && lowOpen) {
                return -1;
            }
            var toHigh = BsonOrder.INSTANCE.compare(value, high);
            return toHigh > 0 || toHigh == 0 && highOpen ? 1 : 0;
        }
    }

    /** Whether the key starts with the prefix. */
    boolean hasPrefix(Iterable<Object> key) {
        var values = key.iterator();
        for (var wanted : prefix) {
            if (!values.hasNext() || BsonOrder.INSTANCE.compare(values.next(), wanted) != 0) {
                return false;
            }
        }
        return true;
    }

    List<Object> prefixAnd(Object... more) {
        var values = new ArrayList<>(prefix);
        values.addAll(List.of(more));
        return values;
    }
}
