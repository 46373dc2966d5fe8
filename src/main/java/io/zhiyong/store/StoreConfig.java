package io.zhiyong.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are kept.
 *
 * @param uri a MongoDB connection string; empty for the embedded server
 * @param folder where the embedded server keeps its files; empty for memory only, which is for tests
 * @param database the database's name
 * @param shared whether a folder that a running process holds is reached through that process instead of being refused
 */
public record StoreConfig(Optional<String> uri, Optional<Path> folder, String database, boolean shared) {
    private static final String DATABASE = "zhiyong";

    public static StoreConfig embedded(Path folder) {
        return new StoreConfig(Optional.empty(), Optional.of(folder), DATABASE, false);
    }

    public static StoreConfig inMemory() {
        return new StoreConfig(Optional.empty(), Optional.empty(), DATABASE, false);
    }

    public static StoreConfig mongo(String uri) {
        return new StoreConfig(Optional.of(uri), Optional.empty(), DATABASE, false);
    }

    public StoreConfig inDatabase(String name) {
        return new StoreConfig(uri, folder, name, shared);
    }

    /** For commands that work beside a running server. */
    public StoreConfig asShared() {
        return new StoreConfig(uri, folder, database, true);
    }
}
