package io.zhiyong.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Describes records as JSON Schema (2020-12), each once, by name. */
final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, BigInteger.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, float.class, Double.class, BigDecimal.class);

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** All records that were described so far, for {@code components.schemas}. */
    ObjectNode components() {
        var all = NODES.objectNode();
        named.forEach(all::set);
        return all;
    }

    /** A schema, or a reference to one. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        return type instanceof Class<?> plain ? ofClass(plain) : NODES.objectNode();
    }

    private ObjectNode ofGeneric(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (raw == Optional.class) {
            return of(last);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return simple("array").set("items", of(last));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return simple("object").set("additionalProperties", of(last));
        }
        return raw.isRecord() ? reference(raw) : NODES.objectNode();
    }

    private ObjectNode ofClass(Class<?> type) {
        if (WHOLE.contains(type)) {
            return simple("integer");
        }
        if (REAL.contains(type)) {
            return simple("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return simple("boolean");
        }
        if (type == Instant.class) {
            return simple("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return simple("string").put("format", "date");
        }
        if (type == Duration.class) {
            return simple("string").put("format", "duration");
        }
        if (type.isEnum()) {
            return enumeration(type);
        }
        if (type.isRecord()) {
            return wrapped(type).map(this::of).orElseGet(() -> reference(type));
        }
        return JsonNode.class.isAssignableFrom(type) || type == Object.class ? NODES.objectNode() : simple("string");
    }

    private static ObjectNode enumeration(Class<?> type) {
        var schema = simple("string");
        var values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .forEach(value -> values.add(io.zhiyong.base.Json.mapper().valueToTree(value)));
        return schema;
    }

    /** A typed id is written as the text in it. */
    private static Optional<Class<?>> wrapped(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> isAnnotated(component, JsonValue.class))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst();
    }

    private static boolean isAnnotated(
            RecordComponent component, Class<? extends java.lang.annotation.Annotation> kind) {
        AnnotatedElement accessor = component.getAccessor();
        return accessor.isAnnotationPresent(kind);
    }

    private ObjectNode reference(Class<?> record) {
        var name = nameOf(record);
        if (!named.containsKey(name)) {
            var schema = simple("object");
            named.put(name, schema); // before its members: a record may hold its own kind
            var properties = schema.putObject("properties");
            var required = schema.putArray("required");
            for (var component : record.getRecordComponents()) {
                properties.set(jsonName(component), of(component.getGenericType()));
                if (component.getType() != Optional.class) {
                    required.add(jsonName(component));
                }
            }
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static String jsonName(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** Package and nesting make it unique: {@code exam.ExamPages.ResultView}. */
    private static String nameOf(Class<?> record) {
        return record.getName().replaceFirst("^io\\.zhiyong\\.", "").replace('$', '.');
    }

    private static ObjectNode simple(String type) {
        return NODES.objectNode().put("type", type);
    }
}
