package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** One after the other. */
final class Steps {
    private Steps() {}

    static <T> Future<Void> each(List<T> items, Function<T, Future<Void>> step) {
        return items.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, item) -> before.compose(done -> step.apply(item)),
                        (one, other) -> other);
    }
}
