package io.zhiyong.org;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells every node that something it may remember has changed. What is not heard is out of date for some seconds and no longer. */
final class NewsRoom {
    private static final String ADDRESS = "zhiyong.org.changed";

    /** What has changed. */
    enum Kind {
        /** A person: his fields, his roles, all of his sessions. The news names him. */
        PERSON,
        /** The tree of units, or the posts. */
        UNITS
    }

    private final Vertx vertx;
    private final Map<Kind, Consumer<String>> listeners = new ConcurrentHashMap<>();

    NewsRoom(Vertx vertx) {
        this.vertx = vertx;
    }

    void start() {
        vertx.eventBus().<JsonArray>consumer(ADDRESS, message -> {
            var news = message.body();
            hear(Kind.valueOf(news.getString(0)), news.getString(1));
        });
    }

    void on(Kind kind, Consumer<String> listener) {
        listeners.merge(kind, listener, Consumer::andThen);
    }

    /** This node hears it before the call returns, the others soon after. */
    void tell(Kind kind, String name) {
        hear(kind, name);
        vertx.eventBus().publish(ADDRESS, new JsonArray().add(kind.name()).add(name));
    }

    private void hear(Kind kind, String name) {
        var listener = listeners.get(kind);
        if (listener != null) {
            listener.accept(name);
        }
    }
}
