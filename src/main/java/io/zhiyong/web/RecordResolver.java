package io.zhiyong.web;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets templates see records and nothing else: their components and their public methods without parameters, the entries of
 * maps, the {@code size} of collections. An empty Optional is absent, a full one is its value.
 */
final class RecordResolver implements ValueResolver {
    static final RecordResolver INSTANCE = new RecordResolver();

    private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

    private RecordResolver() {}

    @Override
    public Object resolve(Object context, String name) {
        if (context instanceof Record) {
            var accessor = accessorsOf(context.getClass()).get(name);
            return accessor == null ? UNRESOLVED : unwrap(call(accessor, context));
        }
        if (context instanceof Map<?, ?> map) {
            return map.containsKey(name) ? unwrap(map.get(name)) : UNRESOLVED;
        }
        if (context instanceof Collection<?> collection && name.equals("size")) {
            return collection.size();
        }
        return UNRESOLVED;
    }

    @Override
    public Object resolve(Object context) {
        return context instanceof Optional<?> optional ? unwrap(optional) : UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        if (context instanceof Map<?, ?> map) {
            var entries = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), unwrap(value)));
            return entries.entrySet();
        }
        return Set.of();
    }

    private Map<String, Method> accessorsOf(Class<?> type) {
        return accessors.computeIfAbsent(type, RecordResolver::find);
    }

    private static Map<String, Method> find(Class<?> type) {
        var found = new LinkedHashMap<String, Method>();
        for (var method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())) {
                method.setAccessible(true);
                found.put(method.getName(), method);
            }
        }
        return Map.copyOf(found);
    }

    private static Object call(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " of " + record.getClass(), e);
        }
    }

    private static Object unwrap(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
