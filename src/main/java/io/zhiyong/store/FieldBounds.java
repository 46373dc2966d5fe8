package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Missing;
import io.zhiyong.store.KeyRange.Bounds;
import io.zhiyong.store.QueryConditions.AtLeast;
import io.zhiyong.store.QueryConditions.AtMost;
import io.zhiyong.store.QueryConditions.Condition;
import io.zhiyong.store.QueryConditions.OneOf;
import java.util.List;

/**
 * Where in an index one field's conditions lead: to single values, or between two bounds, or nowhere in particular.
 *
 * @param points the values, empty when there are only bounds
 */
record FieldBounds(List<Object> points, Bounds bounds) {
    private static final FieldBounds NONE = new FieldBounds(List.of(), Bounds.ALL);

    /** @param multikey whether documents have several values here: then each of two bounds may hold for another value */
    static FieldBounds of(List<Condition> conditions, boolean multikey) {
        for (var condition : conditions) {
            if (condition instanceof OneOf oneOf && isUsable(oneOf, multikey)) {
                return new FieldBounds(oneOf.values(), Bounds.ALL);
            }
        }
        AtLeast low = null;
        AtMost high = null;
        for (var condition : conditions) {
            low = condition instanceof AtLeast bound ? tighter(low, bound) : low;
            high = condition instanceof AtMost bound ? tighter(high, bound) : high;
        }
        if (low == null && high == null) {
            return NONE;
        }
        return new FieldBounds(List.of(), between(low, multikey && low != null ? null : high));
    }

    /** A null among several values is found otherwise: elements without the field have no entry of their own. */
    private static boolean isUsable(OneOf oneOf, boolean multikey) {
        return !multikey || oneOf.values().stream().noneMatch(Missing.class::isInstance);
    }

    private static AtLeast tighter(AtLeast one, AtLeast other) {
        if (one == null) {
            return other;
        }
        var order = BsonOrder.INSTANCE.compare(one.value(), other.value());
        return order > 0 || order == 0 && one.open() ? one : other;
    }

    private static AtMost tighter(AtMost one, AtMost other) {
        if (one == null) {
            return other;
        }
        var order = BsonOrder.INSTANCE.compare(one.value(), other.value());
        return order < 0 || order == 0 && one.open() ? one : other;
    }

    /** A bound is of one type, and so are all values that it lets pass. */
    private static Bounds between(AtLeast low, AtMost high) {
        if (low == null) {
            return new Bounds(BsonOrder.beforeTypeOf(high.value()), false, high.value(), high.open());
        }
        return high == null
                ? new Bounds(low.value(), low.open(), BsonOrder.afterTypeOf(low.value()), false)
                : new Bounds(low.value(), low.open(), high.value(), high.open());
    }

    boolean isPoints() {
        return !points.isEmpty();
    }

    boolean isNone() {
        return points.isEmpty() && bounds.areNone();
    }

    /** From the least point to the greatest: when there are too many to go to each. */
    Bounds hull() {
        return new Bounds(points.get(0), false, points.get(points.size() - 1), false);
    }
}
