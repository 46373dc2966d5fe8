package io.zhiyong.contest;

import java.time.Duration;
import java.time.Instant;

/**
 * Who may run a contest, and until when he need not ask again.
 *
 * @param epoch grows with every owner
 * @param renewed when the owner last said that he is alive: where an outage began
 */
record Lease(String owner, long epoch, Instant renewed, Instant until) {
    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration LENGTH = Duration.ofSeconds(3);

    boolean isFree(Instant now) {
        return !until.isAfter(now);
    }

    /** Given back in good order: nothing was interrupted. */
    boolean isReleased() {
        return !until.isAfter(renewed);
    }
}
