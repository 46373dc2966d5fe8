package io.zhiyong.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** Documents, indexes and queries from a seed, out of few values, so that much coincides. */
@SuppressWarnings("JavaUtilDate") // the driver's type of a time
final class RandomBson {
    private static final List<String> SCALARS = List.of("a", "b", "c", "d.e");
    private static final List<String> ARRAYS = List.of("t", "x.p", "x.q");

    private final Random random;

    RandomBson(Random random) {
        this.random = random;
    }

    <T> List<T> some(int most, Supplier<T> make) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> make.get())
                .toList();
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Document document(int id) {
        var document = new Document("_id", id);
        for (var field : List.of("a", "b", "c")) {
            if (random.nextInt(6) > 0) {
                document.append(field, value());
            }
        }
        if (random.nextBoolean()) {
            document.append("d", new Document("e", value()));
        }
        if (random.nextInt(4) > 0) {
            document.append("t", random.nextInt(5) == 0 ? value() : list());
        }
        if (random.nextInt(4) > 0) {
            document.append("x", some(3, this::element));
        }
        return document;
    }

    private List<Object> list() {
        return random.nextInt(5) == 0 ? List.of() : some(3, this::value);
    }

    private Document element() {
        var element = new Document();
        for (var field : List.of("p", "q")) {
            if (random.nextInt(5) > 0) {
                element.append(field, value());
            }
        }
        return element;
    }

    Object value() {
        var n = random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> (long) n;
            case 2 -> n + 0.5;
            case 3 -> (double) n;
            case 4, 5 -> List.of("甲", "乙", "丙", "Ab").get(n);
            case 6 -> n % 2 == 0;
            case 7 -> new Date(n * 1000L);
            case 8 -> new Document("k", n);
            default -> n;
        };
    }

    private String field() {
        return random.nextInt(12) == 0 ? "_id" : oneOf(random.nextInt(3) == 0 ? ARRAYS : SCALARS);
    }

    /** At most one array's fields in an index: two would be refused. */
    Document index() {
        var keys = new Document();
        var array = oneOf(List.of(List.of("t"), List.of("x.p", "x.q"), List.<String>of()));
        var pool = Stream.concat(SCALARS.stream(), array.stream()).toList();
        for (int i = random.nextInt(3); i >= 0; i--) {
            keys.append(oneOf(pool), random.nextBoolean() ? 1 : -1);
        }
        var index = new Document("keys", keys);
        return switch (random.nextInt(6)) {
            case 0 -> index.append("sparse", true);
            case 1 -> index.append("filter", new Document("a", random.nextInt(4)));
            case 2 -> index.append("filter", new Document("b", new Document("$exists", true)));
            default -> index;
        };
    }

    Document update() {
        if (random.nextInt(4) == 0) {
            return new Document("delete", new Document("a", value()).append("b", value()));
        }
        var operator =
                switch (random.nextInt(4)) {
                    case 0 -> new Document("$unset", new Document(oneOf(SCALARS), ""));
                    case 1 -> new Document("$set", new Document("t", random.nextBoolean() ? list() : value()));
                    case 2 -> new Document("$set", new Document("x", some(3, this::element)));
                    default -> new Document("$set", new Document(oneOf(List.of("a", "b", "c")), value()));
                };
        return new Document("filter", random.nextInt(3) == 0 ? new Document() : query()).append("update", operator);
    }

    Document query() {
        return query(2);
    }

    private Document query(int depth) {
        var query = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            query.append(field(), condition());
        }
        if (depth > 0 && random.nextInt(4) == 0) {
            query.append(random.nextBoolean() ? "$or" : "$and", some(3, () -> query(depth - 1)));
        }
        if (random.nextInt(10) == 0) {
            query.append("x", new Document("$elemMatch", new Document("p", condition()).append("q", value())));
        }
        return query;
    }

    private Object condition() {
        return switch (random.nextInt(9)) {
            case 0 -> new Document("$in", some(4, this::value));
            case 1 -> new Document("$gte", bound());
            case 2 -> new Document("$lt", bound());
            case 3 -> new Document("$gt", bound()).append("$lte", bound());
            case 4 ->
                random.nextBoolean() ? new Document("$exists", random.nextBoolean()) : new Document("$ne", value());
            case 5 -> new Document("$eq", value());
            default -> value();
        };
    }

    private Object bound() {
        return Stream.generate(this::value)
                .filter(value -> !(value instanceof Boolean) && !(value instanceof Document))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    Document sort() {
        var sort = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            sort.append(field(), random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    /** What a document is sorted by; documents with equal keys may come in any order. */
    static Object sortKey(Document document, String path, boolean ascending) {
        var values = new ArrayList<Object>();
        collect(document, path, values);
        var order = ascending ? BsonOrder.INSTANCE : BsonOrder.INSTANCE.reversed();
        values.sort((one, other) -> order.compare(ofEngine(one), ofEngine(other)));
        var key = values.isEmpty() ? null : values.get(0);
        return key instanceof Number number ? Double.valueOf(number.doubleValue()) : String.valueOf(key);
    }

    /** The order knows the engine's dates. */
    private static Object ofEngine(Object value) {
        return value instanceof Date date ? date.toInstant() : value;
    }

    private static void collect(Object from, String path, List<Object> into) {
        if (from instanceof Collection<?> list) {
            list.forEach(item -> collect(item, path, into));
        } else if (path.isEmpty()) {
            into.add(from);
        } else if (from instanceof Document document) {
            var dot = path.indexOf('.');
            collect(
                    document.get(dot < 0 ? path : path.substring(0, dot)),
                    dot < 0 ? "" : path.substring(dot + 1),
                    into);
        }
    }
}
