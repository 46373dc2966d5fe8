package io.zhiyong.store;

import java.nio.file.Path;

/** Placeholder on this branch until the embedded server lands. */
public final class EmbeddedMongo implements AutoCloseable {
    public static EmbeddedMongo open(Path folder) {
        return new EmbeddedMongo();
    }

    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo();
    }

    public String uri() {
        return "";
    }

    public void backup(Path target) {}

    public long examined() {
        return 0;
    }

    @Override
    public void close() {}
}
