package io.zhiyong.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the site says of itself: health, metrics, API. */
public final class SiteRoutes {
    private final Supplier<Future<Void>> store;
    private final PrometheusMeterRegistry metrics;
    private final String version;

    /** @param store answers when the store does */
    public SiteRoutes(Supplier<Future<Void>> store, PrometheusMeterRegistry metrics, String version) {
        this.store = store;
        this.metrics = metrics;
        this.version = version;
    }

    /** Whether the process should be kept, and whether it should be sent work. */
    record Health(String status, boolean live, boolean ready, String version) {}

    /** The table, which describes all the others. */
    public Routes routes(List<Routes> tables) {
        var own = new Routes("site");
        var all = new ArrayList<>(tables);
        all.add(own);
        return own.stream("/health", Access.anyone(), call -> health(call.context())).stream(
                "/health/live", Access.anyone(), call -> write(call.context(), 200, live(true)))
                .stream("/metrics", Access.anyone(), call -> call.context()
                        .response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                        .end(metrics.scrape()))
                .stream("/openapi.json", Access.anyone(), call -> write(call.context(), 200, OpenApi.of(all, version)));
    }

    private Future<Void> health(RoutingContext context) {
        return store.get()
                .timeout(2, java.util.concurrent.TimeUnit.SECONDS)
                .map(true)
                .otherwise(false)
                .compose(ready -> write(context, ready ? 200 : 503, live(ready)));
    }

    private Health live(boolean ready) {
        return new Health(ready ? "UP" : "DOWN", true, ready, version);
    }

    private static Future<Void> write(RoutingContext context, int status, Object body) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Json.write(body));
    }
}
