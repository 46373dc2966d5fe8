package io.zhiyong.boot;

import io.vertx.core.Future;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.util.List;
import java.util.function.Supplier;

/** One feature as the server sees it: what it brings, how it starts and how it stops. */
record Part(List<Routes> routes, List<NavEntry> navigation, Supplier<Future<Void>> start, Supplier<Future<Void>> stop) {
    Part {
        routes = List.copyOf(routes);
        navigation = List.copyOf(navigation);
    }

    /** A feature that has nothing to stop. */
    static Part of(List<Routes> routes, List<NavEntry> navigation, Supplier<Future<Void>> start) {
        return new Part(routes, navigation, start, Future::succeededFuture);
    }

    static Part of(Routes routes, List<NavEntry> navigation, Supplier<Future<Void>> start) {
        return of(List.of(routes), navigation, start);
    }

    Part stoppedBy(Supplier<Future<Void>> other) {
        return new Part(routes, navigation, start, other);
    }
}
