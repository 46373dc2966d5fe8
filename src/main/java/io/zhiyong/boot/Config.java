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
 * @param home the organization's IRI, under which its people and things are named in learning records; never to change
 * @param zone the calendar by which days and years are told
 * @param demo whether to load the demonstration organization into an empty store
 */
record Config(
        String host, int port, Path data, Optional<String> mongo, Home home, ZoneId zone, boolean demo, Clock clock) {
    static final String HOME = "https://zhiyong.local";
    static final String ZONE = "Asia/Shanghai";

    StoreConfig store() {
        return mongo.map(StoreConfig::mongo).orElseGet(() -> StoreConfig.embedded(data.resolve("store")));
    }

    Path uploads() {
        return data.resolve("uploads");
    }
}
