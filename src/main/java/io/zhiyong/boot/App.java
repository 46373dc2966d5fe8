package io.zhiyong.boot;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.zhiyong.boot.demo.Demonstration;
import io.zhiyong.store.Store;
import io.zhiyong.web.Assets;
import io.zhiyong.web.Messages;
import io.zhiyong.web.Routes;
import io.zhiyong.web.SiteRoutes;
import io.zhiyong.web.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: store, features, router, socket. */
final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final long UPLOAD_LIMIT = 256L << 20;
    private static final int FORM_LIMIT = 1 << 20;

    private final Vertx vertx;
    private final Store store;
    private final Features features;
    private final HttpServer server;

    private App(Vertx vertx, Store store, Features features, HttpServer server) {
        this.vertx = vertx;
        this.store = store;
        this.features = features;
        this.server = server;
    }

    static Future<App> start(Config config) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
        return Store.open(vertx, config.store())
                .compose(store -> open(config, vertx, store, metrics).onFailure(problem -> store.close()))
                .onFailure(problem -> vertx.close());
    }

    private static Future<App> open(Config config, Vertx vertx, Store store, PrometheusMeterRegistry metrics) {
        var messages = Messages.load();
        var features = new Features(config, vertx, store, messages);
        var web = web(config, vertx, features, messages);
        var router = web.router(tables(features, new SiteRoutes(store::ping, metrics, version())));
        return features.start()
                .compose(ready -> demonstration(config, store, features))
                .compose(ready -> vertx.createHttpServer(new HttpServerOptions().setMaxFormAttributeSize(FORM_LIMIT))
                        .requestHandler(router)
                        .listen(config.port(), config.host()))
                .onSuccess(server -> web.warm())
                .map(server -> new App(vertx, store, features, server));
    }

    /** What the first pages show is there before they are; the year behind it comes while they are looked at. */
    private static Future<Void> demonstration(Config config, Store store, Features features) {
        if (!config.demo()) {
            return Future.succeededFuture();
        }
        var now = config.clock().instant().atZone(config.zone());
        var demonstration = new Demonstration(store, features.doors(), now);
        return demonstration.load().onSuccess(ready -> demonstration
                .loadHistory()
                .onSuccess(done -> LOG.info("the demonstration is complete"))
                .onFailure(problem -> LOG.error("the demonstration could not be completed", problem)));
    }

    private static Web web(Config config, Vertx vertx, Features features, Messages messages) {
        var setup = new Web.Setup(
                vertx,
                config.clock(),
                config.zone(),
                messages,
                new Assets(),
                config.uploads().toString(),
                UPLOAD_LIMIT);
        return new Web(setup, features.org().gatekeeper(), features.navigation());
    }

    private static List<Routes> tables(Features features, SiteRoutes site) {
        var tables = new ArrayList<>(features.routes());
        tables.add(site.routes(features.routes()));
        return tables;
    }

    private static String version() {
        return Optional.ofNullable(App.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    int port() {
        return server.actualPort();
    }

    /** The path that makes the first administrator; empty as soon as there is anybody. */
    Optional<String> setupLink() {
        return features.org().setupLink();
    }

    /** Stops taking requests, lets those under way end, then stops the features, then the store. */
    @Override
    public void close() {
        join(server.shutdown(5, TimeUnit.SECONDS));
        join(features.stop());
        store.close();
        join(vertx.close());
    }

    private static void join(Future<Void> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
