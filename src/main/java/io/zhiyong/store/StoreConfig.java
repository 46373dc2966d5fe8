package io.zhiyong.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are kept.
 *
 * @param uri a MongoDB connection string; empty for the embedded server
 * @param folder where the embedded server keeps its files; empty for memory only, which is for tests
 * @param database the database's name
 */
public record StoreConfig(Optional<String> uri, Optional<Path> folder, String database) {
    private static final String DATABASE = "zhiyong";

    public static StoreConfig embedded(Path folder) {
        return new StoreConfig(Optional.empty(), Optional.of(folder), DATABASE);
    }

    public static StoreConfig inMemory() {
        return new StoreConfig(Optional.empty(), Optional.empty(), DATABASE);
    }

    public static StoreConfig mongo(String uri) {
        return new StoreConfig(Optional.of(uri), Optional.empty(), DATABASE);
    }

    public StoreConfig inDatabase(String name) {
        return new StoreConfig(uri, folder, name);
    }
}
