package io.zhiyong.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.web.Messages;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The features over an organization's data, for a command that does one thing and ends. */
final class Opened implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Store store;
    private final Features features;

    /**
     * @param shared whether to work beside a running server, through its store
     */
    Opened(Config config, boolean shared) {
        try {
            store = join(Store.open(vertx, shared ? config.store().asShared() : config.store()));
        } catch (RuntimeException problem) {
            join(vertx.close());
            throw problem;
        }
        features = new Features(config, vertx, store, Messages.load());
    }

    Store store() {
        return store;
    }

    <T> T with(Function<Features, Future<T>> work) {
        return join(work.apply(features));
    }

    /** Waits; what went wrong is thrown as it is. */
    static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    @Override
    public void close() {
        store.close();
        join(vertx.close());
    }
}
