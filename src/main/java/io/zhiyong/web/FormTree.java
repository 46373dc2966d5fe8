package io.zhiyong.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.zhiyong.base.Refusal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as the JSON it stands for, told by the record it will fill: {@code a.b} is a member of a member,
 * {@code answers[q1]} an entry of a map, {@code rows[0].name} a member of an element, a repeated name a list. A blank field counts
 * as absent unless the record wants text.
 */
final class FormTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_ELEMENTS = 1000;

    private FormTree() {}

    static ObjectNode of(MultiMap form, Class<?> record) {
        var root = NODES.objectNode();
        // A box that is not ticked is not sent at all.
        Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getType() == boolean.class)
                .forEach(component -> root.put(jsonName(component), false));
        for (var name : form.names()) {
            if (!name.equals(Csrf.FIELD)) {
                put(root, record, name, form.getAll(name));
            }
        }
        return root;
    }

    private static void put(ObjectNode root, Type type, String name, List<String> values) {
        var steps = name.replace("]", "").split("[.\\[]", -1);
        JsonNode at = root;
        var current = type;
        for (int i = 0; i < steps.length - 1; i++) {
            current = member(current, steps[i]);
            at = child(at, steps[i], isList(current), name);
        }
        var last = steps[steps.length - 1];
        var parent = at;
        value(member(current, last), values).ifPresent(value -> set(parent, last, value, name));
    }

    private static void set(JsonNode parent, String last, JsonNode value, String name) {
        if (parent instanceof ArrayNode array) {
            array.add(value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw Refusal.invalid(name, "refusal.form");
        }
    }

    private static JsonNode child(JsonNode at, String step, boolean list, String name) {
        if (at instanceof ArrayNode array) {
            var index = index(step, name);
            while (array.size() <= index) {
                array.addObject();
            }
            return array.get(index);
        }
        var object = (ObjectNode) at;
        var existing = object.get(step);
        if (existing == null) {
            existing = list ? NODES.arrayNode() : NODES.objectNode();
            object.set(step, existing);
        }
        if (!existing.isContainerNode()) {
            throw Refusal.invalid(name, "refusal.form");
        }
        return existing;
    }

    private static int index(String step, String name) {
        try {
            var index = Integer.parseInt(step);
            if (index >= 0 && index < MOST_ELEMENTS) {
                return index;
            }
        } catch (NumberFormatException e) {
            // falls through: the refusal names the field
        }
        throw Refusal.invalid(name, "refusal.form");
    }

    private static Optional<JsonNode> value(Type type, List<String> values) {
        if (isList(type)) {
            var array = NODES.arrayNode();
            var element = argument(type, 0);
            values.forEach(each -> scalar(element, each).ifPresent(array::add));
            return Optional.of(array);
        }
        return scalar(type, values.get(values.size() - 1));
    }

    private static Optional<JsonNode> scalar(Type type, String value) {
        var target = raw(type) == Optional.class ? argument(type, 0) : type;
        if (target == boolean.class || target == Boolean.class) {
            return Optional.of(
                    NODES.booleanNode(List.of("on", "true", "1", "yes").contains(value)));
        }
        if (value.isBlank() && (target != String.class || raw(type) == Optional.class)) {
            return Optional.empty();
        }
        return Optional.of(NODES.textNode(value));
    }

    /** The type of a named part; unknown parts are texts, which the record will then refuse by name. */
    private static Type member(Type type, String name) {
        var raw = raw(type);
        if (raw == Optional.class) {
            return member(argument(type, 0), name);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return argument(type, 1);
        }
        if (isList(type)) {
            return argument(type, 0);
        }
        if (!raw.isRecord()) {
            return String.class;
        }
        return Arrays.stream(raw.getRecordComponents())
                .filter(component -> jsonName(component).equals(name))
                .findFirst()
                .<Type>map(RecordComponent::getGenericType)
                .orElse(String.class);
    }

    private static String jsonName(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static boolean isList(Type type) {
        return Collection.class.isAssignableFrom(raw(type));
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : String.class;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }
}
