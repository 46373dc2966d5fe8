package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order that a query asks for. An array counts as its least element when ascending, its greatest when descending; an
 * empty one comes before null (MongoDB manual, "Comparison/Sort Order").
 */
record SortOrder(List<Field> fields) implements Comparator<Document> {
    SortOrder {
        fields = List.copyOf(fields);
    }

    private static final Object EMPTY = BsonOrder.beforeTypeOf(null);

    /** One field to sort by. */
    record Field(String path, boolean ascending) {}

    /** Empty for no order, or the natural one, which is that of {@code _id}. */
    static Optional<SortOrder> of(Document sort) {
        if (sort == null || sort.isEmpty() || sort.containsKey("$natural")) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        sort.forEach((path, direction) -> fields.add(new Field(path, ascends(path, direction))));
        return Optional.of(new SortOrder(fields));
    }

    private static boolean ascends(String path, Object direction) {
        if (direction instanceof Number number && Math.abs(number.intValue()) == 1) {
            return number.intValue() == 1;
        }
        throw Unsupported.refuse("a sort direction other than 1 and -1, at " + path);
    }

    @Override
    public int compare(Document one, Document other) {
        for (var field : fields) {
            var order = BsonOrder.INSTANCE.compare(value(one, field), value(other, field));
            if (order != 0) {
                return field.ascending() ? order : -order;
            }
        }
        return 0;
    }

    private static Object value(Document document, Field field) {
        var value = Utils.getSubdocumentValueCollectionAware(document, field.path());
        if (!(value instanceof Collection<?> list)) {
            return value;
        }
        var order = field.ascending() ? BsonOrder.INSTANCE : BsonOrder.INSTANCE.reversed();
        return list.stream().map(Missing::ofNullable).min(order).orElse(EMPTY);
    }
}
