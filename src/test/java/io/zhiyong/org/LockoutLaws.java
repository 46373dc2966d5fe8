package io.zhiyong.org;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LockoutLaws {
    private static final Instant START = Instant.parse("2026-06-01T01:00:00Z");

    /** A door after some failures. */
    private record Case(Lockout lockout, Lockout.Rule rule, Instant now) {
        static Case of(Random random) {
            var rule = random.nextBoolean() ? Lockout.Rule.ACCOUNT : Lockout.Rule.ADDRESS;
            var now = START;
            var lockout = Lockout.NONE;
            for (int i = random.nextInt(80); i > 0; i--) {
                now = now.plusSeconds(random.nextInt(600));
                lockout = lockout.failed(now, rule);
            }
            return new Case(lockout, rule, now);
        }
    }

    @Test
    void theFirstFailuresCostNothing() {
        var lockout = Lockout.NONE;
        for (int i = 0; i < Lockout.Rule.ACCOUNT.free(); i++) {
            assertThat(lockout.shutFor(START, Lockout.Rule.ACCOUNT)).isZero();
            lockout = lockout.failed(START, Lockout.Rule.ACCOUNT);
        }
        assertThat(lockout.shutFor(START, Lockout.Rule.ACCOUNT)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theDelayNeverShrinksWithAFailureAndNeverExceedsItsBound() {
        forAll(Case::of, it -> {
            var after = it.lockout().failed(it.now(), it.rule());
            assertThat(after.delay(it.rule()))
                    .isGreaterThanOrEqualTo(it.lockout().delay(it.rule()));
            assertThat(after.delay(it.rule())).isLessThanOrEqualTo(it.rule().most());
        });
    }

    @Test
    void everyDoorOpensAgainByItself() {
        forAll(Case::of, it -> assertThat(
                        it.lockout().shutFor(it.now().plus(it.rule().most()), it.rule()))
                .isZero());
    }

    @Test
    void aGuesserWhoWaitsForTheDoorHasFewTriesADay() {
        var now = START;
        var lockout = Lockout.NONE;
        var tries = 0;
        while (now.isBefore(START.plus(Duration.ofDays(1)))) {
            now = now.plus(lockout.shutFor(now, Lockout.Rule.ACCOUNT));
            lockout = lockout.failed(now, Lockout.Rule.ACCOUNT);
            tries++;
        }
        assertThat(tries).isLessThan(110);
    }

    @Test
    void longPastFailuresAreForgotten() {
        forAll(Case::of, it -> {
            var later = it.now().plus(it.rule().memory()).plusSeconds(1);
            assertThat(it.lockout().failed(later, it.rule()).failures()).isEqualTo(1);
        });
    }
}
