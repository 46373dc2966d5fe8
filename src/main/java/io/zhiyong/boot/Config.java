package io.zhiyong.boot;

import io.zhiyong.record.Home;
import io.zhiyong.store.StoreConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a server is to run.
 *
 * @param port 0 for any that is free
 * @param data where the embedded store, uploads under way and keys lie
 * @param mongo a MongoDB connection string; empty for the embedded store
 * @param demo whether to load the demonstration organization into an empty store
 * @param zone the calendar by which days and years are told
 */
record Config(String host, int port, Path data, Optional<String> mongo, boolean demo, ZoneId zone, Clock clock) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    StoreConfig store() {
        return mongo.map(StoreConfig::mongo).orElseGet(() -> StoreConfig.embedded(data.resolve("store")));
    }

    /** The organization's own IRI in its records; must not change while they are kept. */
    Home home() {
        return new Home(System.getenv().getOrDefault("ZHIYONG_HOME_IRI", "https://zhiyong.invalid"));
    }

    Path uploads() {
        return data.resolve("uploads");
    }
}
