package io.zhiyong.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One row of a route table. */
sealed interface Route {
    String path();

    /** Reads an input record (for GET: {@link Nothing}) and replies. */
    record Told<I>(
            HttpMethod method,
            String path,
            Access access,
            Class<I> input,
            Class<?> view,
            BiFunction<Call, I, Future<Reply>> handler)
            implements Route {}

    /** Takes files. */
    record Uploading(String path, Access access, Class<?> view, Function<Call, Future<Reply>> handler)
            implements Route {}

    /** Writes its own response, behind the same door. */
    record Direct(HttpMethod method, String path, Access access, Function<Call, Future<Void>> handler)
            implements Route {}

    /** Becomes a WebSocket, behind the same door. */
    record Socket(String path, Access access, BiConsumer<Call, ServerWebSocket> handler) implements Route {}

    /** Has rules of its own, its door included. */
    record Raw(String path, Handler<RoutingContext> handler) implements Route {}
}
