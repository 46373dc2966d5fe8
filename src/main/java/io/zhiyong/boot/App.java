package io.zhiyong.boot;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.zhiyong.org.OrgModule;
import io.zhiyong.store.Store;
import io.zhiyong.web.Assets;
import io.zhiyong.web.Messages;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import io.zhiyong.web.SiteRoutes;
import io.zhiyong.web.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running server: every part made by hand and handed what it needs, from the bottom up. */
final class App implements AutoCloseable {
    private static final long UPLOAD_LIMIT = 256L << 20;

    private final Vertx vertx;
    private final Store store;
    private final HttpServer server;
    private final OrgModule org;

    private App(Vertx vertx, Store store, HttpServer server, OrgModule org) {
        this.vertx = vertx;
        this.store = store;
        this.server = server;
        this.org = org;
    }

    static Future<App> start(Config config) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new io.vertx.micrometer.MicrometerMetricsFactory(metrics))
                .build();
        return Store.open(vertx, config.store())
                .compose(store -> wire(config, vertx, store, metrics))
                .onFailure(problem -> vertx.close());
    }

    private static Future<App> wire(Config config, Vertx vertx, Store store, PrometheusMeterRegistry metrics) {
        var tables = new ArrayList<Routes>();
        var navigation = new ArrayList<NavEntry>();
        // Features are mounted here, from the bottom of docs/architecture.md to its top.
        var org = new OrgModule(vertx, store, OrgModule.Settings.usual(config.clock(), config.zone()));
        tables.add(org.routes());
        navigation.addAll(org.navigation());

        var version = Optional.ofNullable(App.class.getPackage().getImplementationVersion())
                .orElse("dev");
        tables.add(new SiteRoutes(store::ping, metrics, version).routes(List.copyOf(tables)));
        var setup = new Web.Setup(
                vertx,
                config.clock(),
                config.zone(),
                Messages.load(),
                new Assets(),
                config.uploads().toString(),
                UPLOAD_LIMIT);
        var web = new Web(setup, org.gatekeeper(), navigation);
        return org.start()
                .compose(ready -> vertx.createHttpServer(new HttpServerOptions().setMaxFormAttributeSize(1 << 20))
                        .requestHandler(web.router(tables))
                        .listen(config.port(), config.host()))
                .map(server -> new App(vertx, store, server, org));
    }

    int port() {
        return server.actualPort();
    }

    /** The path that makes the first administrator; empty as soon as there is anybody. */
    Optional<String> setupLink() {
        return org.setupLink();
    }

    /** Stops taking requests, lets those under way end, then closes the store. */
    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        org.close();
        store.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
