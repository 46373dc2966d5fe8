package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The order of BSON values, total over everything that can be stored: an index map whose order fails on some value would be
 * unreadable. After MongoDB's "Comparison/Sort Order" (manual, BSON types), with one difference: strings compare by UTF-16
 * unit, as the query engine's {@code $gt} does, because paging by key needs the two to agree.
 */
final class BsonOrder implements Comparator<Object> {
    static final BsonOrder INSTANCE = new BsonOrder();

    private static final int NUMBER = 2;
    private static final int DOCUMENT = 4;
    private static final int ARRAY = 5;
    private static final int UNKNOWN = 20;
    private static final List<Class<?>> AFTER_ARRAY = List.of(
            BinData.class,
            LegacyUUID.class,
            UUID.class,
            ObjectId.class,
            Boolean.class,
            Instant.class,
            BsonTimestamp.class,
            BsonRegularExpression.class);

    private BsonOrder() {}

    /** A bound that lies before or after every value of one type: a range on numbers never runs on into the strings. */
    record TypeEdge(int rank, boolean after) {}

    static TypeEdge beforeTypeOf(Object value) {
        return new TypeEdge(rank(value), false);
    }

    static TypeEdge afterTypeOf(Object value) {
        return new TypeEdge(rank(value), true);
    }

    static int rank(Object value) {
        if (value == null || value instanceof Missing) {
            return 1;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof String) {
            return 3;
        }
        if (value instanceof Map) {
            return DOCUMENT;
        }
        if (value instanceof Collection) {
            return ARRAY;
        }
        if (value instanceof TypeEdge edge) {
            return edge.rank();
        }
        return rarer(value);
    }

    private static int rarer(Object value) {
        if (value instanceof MinKey) {
            return 0;
        }
        if (value instanceof MaxKey) {
            return UNKNOWN + 1;
        }
        var at = AFTER_ARRAY.indexOf(value.getClass());
        return at < 0 ? UNKNOWN : ARRAY + 1 + at;
    }

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        var rank = rank(a);
        var types = Integer.compare(rank, rank(b));
        if (types != 0) {
            return types;
        }
        if (a instanceof TypeEdge || b instanceof TypeEdge) {
            return Integer.compare(side(a), side(b));
        }
        return sameType(rank, a, b);
    }

    private static int side(Object value) {
        return value instanceof TypeEdge edge ? (edge.after() ? 1 : -1) : 0;
    }

    private int sameType(int rank, Object a, Object b) {
        return switch (rank) {
            case 0, 1, UNKNOWN + 1 -> 0;
            case NUMBER -> numbers((Number) a, (Number) b);
            case DOCUMENT -> documents((Map<?, ?>) a, (Map<?, ?>) b);
            case ARRAY -> arrays((Collection<?>) a, (Collection<?>) b);
            case UNKNOWN -> unknown(a, b);
            default -> single(a, b);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int single(Object a, Object b) {
        if (a instanceof UUID) {
            // By their digits: UUID.compareTo is signed.
            return a.toString().compareTo(b.toString());
        }
        return a instanceof Comparable comparable ? comparable.compareTo(b) : unknown(a, b);
    }

    private static int unknown(Object a, Object b) {
        var classes = a.getClass().getName().compareTo(b.getClass().getName());
        return classes != 0 ? classes : a.toString().compareTo(b.toString());
    }

    private static int numbers(Number a, Number b) {
        if (isExact(a) && isExact(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        var x = asDouble(a);
        var y = asDouble(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            // NaN is the least number there is.
            return Boolean.compare(Double.isNaN(y), Double.isNaN(x));
        }
        if (x != y) {
            return Double.compare(x, y);
        }
        // The same double may stand for two different longs or decimals.
        return a instanceof Double && b instanceof Double || Double.isInfinite(x)
                ? 0
                : decimal(a).compareTo(decimal(b));
    }

    private static boolean isExact(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short;
    }

    private static double asDouble(Number number) {
        return number instanceof Decimal128 ? Double.parseDouble(number.toString()) : number.doubleValue();
    }

    private static BigDecimal decimal(Number number) {
        if (isExact(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        return number instanceof Decimal128 ? new BigDecimal(number.toString()) : new BigDecimal(number.doubleValue());
    }

    /** Field by field: type, then name, then value. */
    private int documents(Map<?, ?> a, Map<?, ?> b) {
        var ours = a.entrySet().iterator();
        var theirs = b.entrySet().iterator();
        while (ours.hasNext() && theirs.hasNext()) {
            var one = ours.next();
            var other = theirs.next();
            var order = Integer.compare(rank(one.getValue()), rank(other.getValue()));
            order = order != 0
                    ? order
                    : one.getKey().toString().compareTo(other.getKey().toString());
            order = order != 0 ? order : compare(one.getValue(), other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(ours.hasNext(), theirs.hasNext());
    }

    private int arrays(Collection<?> a, Collection<?> b) {
        Iterator<?> ours = a.iterator();
        Iterator<?> theirs = b.iterator();
        while (ours.hasNext() && theirs.hasNext()) {
            var order = compare(ours.next(), theirs.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(ours.hasNext(), theirs.hasNext());
    }
}
