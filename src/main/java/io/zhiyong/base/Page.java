package io.zhiyong.base;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a long list, read by key and never by position.
 *
 * @param next what to ask for the following part with; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Of {@code limit + 1} items read, keeps {@code limit}; the last kept one's key asks for the rest. */
    public static <T> Page<T> cut(List<T> read, int limit, Function<T, String> key) {
        return read.size() <= limit
                ? new Page<>(read, Optional.empty())
                : new Page<>(read.subList(0, limit), Optional.of(key.apply(read.get(limit - 1))));
    }

    public <U> Page<U> map(Function<T, U> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
