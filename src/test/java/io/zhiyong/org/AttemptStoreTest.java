package io.zhiyong.org;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class AttemptStoreTest {
    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    @Test
    void guessesSentAllAtOnceAreNotAllJudged(Store store) {
        var attempts = new AttemptStore(store);
        await(attempts.start());
        var tries = IntStream.range(0, 40)
                .mapToObj(i -> attempts.enter("door", Lockout.Rule.ACCOUNT, NOW)
                        .map(true)
                        .otherwise(false))
                .toList();
        await(Future.all(tries));
        assertThat(tries.stream().filter(Future::result).count()).isBetween(1L, 5L);
    }

    @Test
    void oldFailuresAreSwept(Store store) {
        var attempts = new AttemptStore(store);
        await(attempts.enter("door", Lockout.Rule.ACCOUNT, NOW));
        assertThat(await(attempts.sweep(NOW.plus(Duration.ofHours(1))))).isZero();
        assertThat(await(attempts.sweep(NOW.plus(Duration.ofHours(26))))).isEqualTo(1);
    }

    @Test
    void aStrangerElsewhereCannotShutOutWhoSignsInFromAFamiliarAddress(Vertx vertx, Store store) {
        try (var fixture = new OrgFixture(vertx, store).populated()) {
            assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(200);
            var stranger = AttemptStore.key("account", "anna");
            var attempts = new AttemptStore(store);
            for (int i = 0; i < 5; i++) {
                await(attempts.enter(stranger, Lockout.Rule.ACCOUNT, fixture.now.get()));
            }
            assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void oneAddressHasARateOfItsOwn(Vertx vertx, Store store) {
        try (var fixture = new OrgFixture(vertx, store, 3).populated()) {
            for (int i = 0; i < 6; i++) {
                assertThat(fixture.signIn("nobody" + i, "x").status()).isEqualTo(422);
            }
            assertThat(fixture.signIn("anna", OrgFixture.PASSWORD).status()).isEqualTo(429);
        }
    }
}
