package io.zhiyong.testkit;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Vertx;
import io.zhiyong.base.Ids;
import io.zhiyong.store.Store;
import io.zhiyong.store.StoreConfig;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Store} of its own: embedded in memory, or a fresh database on the server that {@code mongo.uri} names. */
public final class StoreExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(StoreExtension.class);

    private record Opened(Vertx vertx, Store store) {
        private static Opened open() {
            var vertx = Vertx.vertx();
            return new Opened(vertx, await(Store.open(vertx, config())));
        }

        void close() {
            if (onServer()) {
                await(store.drop());
            }
            store.close();
            await(vertx.close());
        }
    }

    private static boolean onServer() {
        return !System.getProperty("mongo.uri", "").isEmpty();
    }

    /** For tests that open stores by themselves. */
    public static StoreConfig config() {
        return onServer()
                ? StoreConfig.mongo(System.getProperty("mongo.uri")).inDatabase("test_" + Ids.fresh())
                : StoreConfig.inMemory();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Store.class || type == Vertx.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var opened = context.getStore(SPACE).computeIfAbsent(context.getUniqueId(), id -> Opened.open(), Opened.class);
        return parameter.getParameter().getType() == Store.class ? opened.store() : opened.vertx();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var opened = context.getStore(SPACE).remove(context.getUniqueId(), Opened.class);
        if (opened != null) {
            opened.close();
        }
    }
}
