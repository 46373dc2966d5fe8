package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a query says about single fields, as far as an index can use it: a list of branches, one of which must hold. It may
 * say less than the query, never more; every candidate is matched against the whole query in the end.
 */
final class QueryConditions {
    private static final int MOST_BRANCHES = 64;

    private QueryConditions() {}

    /** What one branch says: for each field the conditions that hold together. */
    record Branch(Map<String, List<Condition>> fields) {
        static final Branch EMPTY = new Branch(Map.of());

        List<Condition> on(String field) {
            return fields.getOrDefault(field, List.of());
        }

        Branch and(String field, Condition condition) {
            var more = new HashMap<>(fields);
            more.merge(field, List.of(condition), QueryConditions::joined);
            return new Branch(more);
        }

        Branch and(Branch other) {
            var more = new HashMap<>(fields);
            other.fields.forEach((field, list) -> more.merge(field, list, QueryConditions::joined));
            return new Branch(more);
        }
    }

    /** One condition on one field. */
    sealed interface Condition {}

    /** Equals one of these; sorted, none twice. */
    record OneOf(List<Object> values) implements Condition {
        OneOf {
            values = values.stream()
                    .map(Missing::ofNullable)
                    .sorted(BsonOrder.INSTANCE)
                    .toList();
        }
    }

    record AtLeast(Object value, boolean open) implements Condition {}

    record AtMost(Object value, boolean open) implements Condition {}

    record Exists() implements Condition {}

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** At least one branch; a single empty one when the query says nothing that an index could use. */
    static List<Branch> of(Document query) {
        var branches = List.of(Branch.EMPTY);
        for (var entry : query.entrySet()) {
            branches = product(branches, ofEntry(entry.getKey(), entry.getValue()));
        }
        return branches;
    }

    private static List<Branch> ofEntry(String key, Object value) {
        if (key.equals("$and")) {
            var branches = List.of(Branch.EMPTY);
            for (var part : documents(value)) {
                branches = product(branches, of(part));
            }
            return branches;
        }
        if (key.equals("$or")) {
            return documents(value).stream().flatMap(part -> of(part).stream()).toList();
        }
        return List.of(key.startsWith("$") ? Branch.EMPTY : onField(key, value));
    }

    /** Both must hold: every branch of the one with every branch of the other, unless that were too many to be of use. */
    private static List<Branch> product(List<Branch> ones, List<Branch> others) {
        if (ones.size() * others.size() > MOST_BRANCHES) {
            return ones.size() <= MOST_BRANCHES ? ones : List.of(Branch.EMPTY);
        }
        return ones.stream().flatMap(one -> others.stream().map(one::and)).toList();
    }

    private static Branch onField(String field, Object value) {
        if (!isOperators(value)) {
            return isPlain(value) ? Branch.EMPTY.and(field, new OneOf(listOf(value))) : Branch.EMPTY;
        }
        var branch = Branch.EMPTY;
        for (var operator : ((Document) value).entrySet()) {
            branch = branch.and(onOperator(field, operator.getKey(), operator.getValue()));
        }
        return branch;
    }

    private static Branch onOperator(String field, String operator, Object value) {
        var condition = condition(operator, value);
        if (condition != null) {
            return Branch.EMPTY.and(field, condition);
        }
        if (operator.equals("$elemMatch") && value instanceof Document element && !isOperators(element)) {
            return withinElement(field, element);
        }
        return Branch.EMPTY;
    }

    /** What holds for some element holds for the values at its paths. Null aside: a missing element has none. */
    private static Branch withinElement(String array, Document element) {
        var branch = Branch.EMPTY;
        for (var entry : element.entrySet()) {
            if (!entry.getKey().startsWith("$") && entry.getValue() != null) {
                branch = branch.and(onField(array + '.' + entry.getKey(), entry.getValue()));
            }
        }
        return branch;
    }

    private static Condition condition(String operator, Object value) {
        if (operator.equals("$in")) {
            return value instanceof Collection<?> values && values.stream().allMatch(QueryConditions::isPlain)
                    ? new OneOf(distinct(values))
                    : null;
        }
        if (operator.equals("$exists")) {
            return Objects.equals(value, true) ? new Exists() : null;
        }
        if (!isPlain(value)) {
            return null;
        }
        return switch (operator) {
            case "$eq" -> new OneOf(listOf(value));
            case "$gt", "$gte" -> new AtLeast(value, operator.equals("$gt"));
            case "$lt", "$lte" -> new AtMost(value, operator.equals("$lt"));
            default -> null;
        };
    }

    private static List<Object> distinct(Collection<?> values) {
        var sorted = new java.util.TreeSet<Object>(BsonOrder.INSTANCE);
        values.forEach(value -> sorted.add(Missing.ofNullable(value)));
        return List.copyOf(sorted);
    }

    private static List<Object> listOf(Object value) {
        return List.of(Missing.ofNullable(value));
    }

    private static List<Document> documents(Object list) {
        return list instanceof Collection<?> values
                ? values.stream().map(Document.class::cast).toList()
                : List.of();
    }

    private static boolean isOperators(Object value) {
        return value instanceof Document document && document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    /** A value that stands for itself. A list may mean an element or the whole; an index cannot tell. */
    private static boolean isPlain(Object value) {
        return !(value instanceof Collection
                || value instanceof BsonRegularExpression
                || value instanceof MinKey
                || value instanceof MaxKey
                || isOperators(value));
    }
}
