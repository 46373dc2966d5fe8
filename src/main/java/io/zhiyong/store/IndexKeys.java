package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys under which an index holds one document. With an array on the way to a field there is one key for each element
 * (a multikey index); two arrays in one index would give their product, which MongoDB refuses too.
 *
 * @param keys at least one: a document without the fields, or with an empty array, is held as if they were null
 * @param multikey those fields that go through an array here
 */
record IndexKeys(List<KeyValue> keys, Set<String> multikey) {

    /** @throws CannotIndexParallelArraysError when two fields go through different arrays */
    static IndexKeys of(Document document, List<String> fields) {
        var arrays = new LinkedHashSet<String>();
        var multikey = new LinkedHashSet<String>();
        for (var field : fields) {
            arrayOn(document, field).ifPresent(array -> {
                arrays.add(array);
                multikey.add(field);
            });
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(arrays);
        }
        return arrays.isEmpty()
                ? new IndexKeys(List.of(product(document, fields, "", null)), multikey)
                : new IndexKeys(perElement(document, fields, arrays.iterator().next()), multikey);
    }

    /** Whether a document has the field, be it null; what a sparse index asks. */
    static boolean exists(Object from, String path) {
        if (from instanceof Collection<?> list) {
            return list.stream().anyMatch(item -> exists(item, path));
        }
        var dot = path.indexOf('.');
        if (!(from instanceof Map<?, ?> map)) {
            return false;
        }
        return dot < 0 ? map.containsKey(path) : exists(map.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** The path of the first array on the way to a field. */
    private static Optional<String> arrayOn(Document document, String field) {
        Object value = document;
        var at = 0;
        while (at < field.length() && value instanceof Map<?, ?> map) {
            var dot = field.indexOf('.', at);
            var end = dot < 0 ? field.length() : dot;
            value = map.get(field.substring(at, end));
            if (value instanceof Collection) {
                return Optional.of(field.substring(0, end));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private static List<KeyValue> perElement(Document document, List<String> fields, String array) {
        var elements = (Collection<?>) first(document, array);
        var keys = new ArrayList<KeyValue>();
        for (var element : elements.isEmpty() ? List.of(Missing.getInstance()) : elements) {
            keys.addAll(List.of(product(document, fields, array, element)));
        }
        return keys;
    }

    /** All combinations of the fields' values; one unless an array lies within an array. */
    private static KeyValue[] product(Document document, List<String> fields, String array, Object element) {
        var keys = List.<List<Object>>of(List.of());
        for (var field : fields) {
            var values = valuesOf(document, field, array, element);
            keys = keys.stream()
                    .flatMap(key -> values.stream().map(value -> with(key, value)))
                    .toList();
        }
        return keys.stream().map(KeyValue::new).toArray(KeyValue[]::new);
    }

    private static List<Object> with(List<Object> key, Object value) {
        var longer = new ArrayList<>(key);
        longer.add(value);
        return longer;
    }

    private static List<Object> valuesOf(Document document, String field, String array, Object element) {
        if (array.isEmpty() || !(field.equals(array) || field.startsWith(array + '.'))) {
            return List.of(Missing.ofNullable(first(document, field)));
        }
        if (field.equals(array)) {
            return List.of(Missing.ofNullable(element));
        }
        var values = new ArrayList<>();
        collect(element, field.substring(array.length() + 1), values);
        return values.isEmpty() ? List.of(Missing.getInstance()) : values;
    }

    /** The value at a path without arrays. */
    private static Object first(Object from, String path) {
        var dot = path.indexOf('.');
        if (!(from instanceof Map<?, ?> map)) {
            return null;
        }
        return dot < 0 ? map.get(path) : first(map.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** Every value at a path, through arrays. */
    private static void collect(Object from, String path, List<Object> values) {
        if (from instanceof Collection<?> list) {
            list.forEach(item -> collect(item, path, values));
        } else if (from instanceof Map<?, ?> map) {
            var dot = path.indexOf('.');
            if (dot >= 0) {
                collect(map.get(path.substring(0, dot)), path.substring(dot + 1), values);
            } else if (map.get(path) instanceof Collection<?> last && !last.isEmpty()) {
                values.addAll(last.stream().map(Missing::ofNullable).toList());
            } else {
                values.add(
                        map.get(path) instanceof Collection
                                ? Missing.getInstance()
                                : Missing.ofNullable(map.get(path)));
            }
        }
    }
}
