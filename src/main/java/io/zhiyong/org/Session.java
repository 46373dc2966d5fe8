package io.zhiyong.org;

import io.zhiyong.base.PersonId;
import java.time.Duration;
import java.time.Instant;

/**
 * A device on which somebody is signed in.
 *
 * @param key SHA-256 of the secret that opens it, in hexadecimal: whoever reads the database cannot use it
 * @param name names it among the person's own; opens nothing
 * @param seen when it was last used, to the minute
 * @param agent what the browser says of itself
 */
record Session(String key, String name, PersonId person, Instant created, Instant seen, String address, String agent) {
    /** Unused this long, it is over. */
    static final Duration IDLE = Duration.ofHours(12);

    /** However much it is used, it is over. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration COARSE = Duration.ofMinutes(1);
    private static final int LONGEST_AGENT = 200;

    Session {
        agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }

    boolean alive(Instant now) {
        return now.isBefore(created.plus(LONGEST)) && now.isBefore(seen.plus(IDLE));
    }

    /** Whether it is worth a write to say that it is still used. */
    boolean staleAt(Instant now) {
        return !now.isBefore(seen.plus(COARSE));
    }

    Session seenAt(Instant now) {
        return new Session(key, name, person, created, now, address, agent);
    }
}
