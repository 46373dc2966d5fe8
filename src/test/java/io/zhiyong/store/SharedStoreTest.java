package io.zhiyong.store;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStoreTest {
    @TempDir
    private Path folder;

    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void aCommandReachesTheStoreOfARunningServer() {
        try (var server = await(Store.open(vertx, StoreConfig.embedded(folder)))) {
            await(server.collection("things").insert(new Document("_id", 1)));
            try (var command =
                    await(Store.open(vertx, StoreConfig.embedded(folder).asShared()))) {
                assertThat(await(command.collection("things").byId(1))).isPresent();
            }
            assertThat(await(server.collection("things").byId(1))).isPresent();
        }
    }

    @Test
    void aSecondServerIsRefused() {
        try (var server = await(Store.open(vertx, StoreConfig.embedded(folder)))) {
            assertThat(server).isNotNull();
            assertThatThrownBy(() -> await(Store.open(vertx, StoreConfig.embedded(folder))))
                    .hasMessageContaining("in use");
        }
    }
}
