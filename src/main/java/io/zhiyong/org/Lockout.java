package io.zhiyong.org;

import java.time.Duration;
import java.time.Instant;

/**
 * The failures in a row at one door, and how long it stays shut after them. A delay that grows makes guessing useless; one that is
 * bounded keeps a stranger from shutting anybody out for good.
 *
 * @param failures since the last success
 * @param last when the last of them was
 */
record Lockout(int failures, Instant last) {
    private static final int MOST = 1000;

    /** Nothing has failed yet. */
    static final Lockout NONE = new Lockout(0, Instant.EPOCH);

    /**
     * How patient a door is.
     *
     * @param free how many failures cost nothing
     * @param first the delay after that many; each further failure doubles it
     * @param most the longest delay
     * @param memory how long a failure is remembered; longer than {@code most}
     */
    record Rule(int free, Duration first, Duration most, Duration memory) {
        /** One account: few people mistype their own password five times. */
        static final Rule ACCOUNT = new Rule(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24));

        /** One address, which may be that of a whole office. */
        static final Rule ADDRESS = new Rule(50, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));
    }

    /** The delay after these failures. */
    Duration delay(Rule rule) {
        if (failures < rule.free()) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failures - rule.free(), 30);
        var delay = rule.first().multipliedBy(1L << doublings);
        return delay.compareTo(rule.most()) > 0 ? rule.most() : delay;
    }

    /** How long the door still stays shut; zero when it is open. */
    Duration shutFor(Instant now, Rule rule) {
        var left = Duration.between(now, last.plus(delay(rule)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** After one failure more; failures before that are forgotten when the last of them is long past. */
    Lockout failed(Instant now, Rule rule) {
        var forgotten = last.plus(rule.memory()).isBefore(now);
        return new Lockout(forgotten ? 1 : Math.min(failures + 1, MOST), now);
    }
}
