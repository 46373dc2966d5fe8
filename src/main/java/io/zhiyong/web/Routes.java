package io.zhiyong.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The route table of one feature: address, who may enter, what is read, what is shown, who does it. The router and
 * {@code /openapi.json} are both made from it, so neither can say what the other does not.
 */
public final class Routes {
    private final String feature;
    private final List<Route> rows = new ArrayList<>();

    public Routes(String feature) {
        this.feature = feature;
    }

    public Routes get(String path, Access access, Class<?> view, Function<Call, Future<Reply>> handler) {
        return add(new Route.Told<>(
                HttpMethod.GET, path, access, Nothing.class, view, (call, nothing) -> handler.apply(call)));
    }

    public <I> Routes post(
            String path, Access access, Class<I> input, Class<?> view, BiFunction<Call, I, Future<Reply>> handler) {
        return add(new Route.Told<>(HttpMethod.POST, path, access, input, view, handler));
    }

    public <I> Routes put(
            String path, Access access, Class<I> input, Class<?> view, BiFunction<Call, I, Future<Reply>> handler) {
        return add(new Route.Told<>(HttpMethod.PUT, path, access, input, view, handler));
    }

    public Routes delete(String path, Access access, Class<?> view, Function<Call, Future<Reply>> handler) {
        return add(new Route.Told<>(
                HttpMethod.DELETE, path, access, Nothing.class, view, (call, nothing) -> handler.apply(call)));
    }

    /** A POST of multipart/form-data; files by {@link Call#file}, fields by {@link Call#field}. */
    public Routes upload(String path, Access access, Class<?> view, Function<Call, Future<Reply>> handler) {
        return add(new Route.Uploading(path, access, view, handler));
    }

    /** A GET that writes its own response: media by ranges, large exports. */
    public Routes stream(String path, Access access, Function<Call, Future<Void>> handler) {
        return add(new Route.Direct(HttpMethod.GET, path, access, handler));
    }

    /** A WebSocket. Requests from pages of another origin are refused before the upgrade. */
    public Routes socket(String path, Access access, BiConsumer<Call, ServerWebSocket> handler) {
        return add(new Route.Socket(path, access, handler));
    }

    /** Every method at a path (a trailing {@code *} means all below it), with no door, no body read, no negotiation. */
    public Routes raw(String path, Handler<RoutingContext> handler) {
        return add(new Route.Raw(path, handler));
    }

    private Routes add(Route row) {
        rows.add(row);
        return this;
    }

    String feature() {
        return feature;
    }

    List<Route> rows() {
        return List.copyOf(rows);
    }
}
