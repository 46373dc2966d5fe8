package io.zhiyong.contest;

import java.util.Arrays;

/**
 * How much of the time between sending a question and receiving its answer we believe to have been the network's. The
 * phone claims its reaction; the round trips we measured ourselves bound the claim from below, so that a slow line costs
 * little and a lie gains little (CONTEST.md section 3).
 *
 * @param sentAfter milliseconds of the question's time already used when it was sent on this connection
 * @param claim the reaction time in milliseconds as the phone tells it; negative when it tells none
 * @param trip milliseconds of network time that we believe at most: {@link #trip}
 */
record Reaction(long sentAfter, long claim, long trip) {
    /** The most jitter granted, milliseconds: contestants on mobile data, the question on the phone. */
    static final long MOST_JITTER = 40;
    /** The most network time granted, milliseconds. */
    static final long CAP = 150;

    private static final long LEAST_JITTER = 4;

    /** Nothing measured, nothing claimed: all of the time is the contestant's. */
    static Reaction unmeasured() {
        return new Reaction(0, -1, 0);
    }

    /**
     * The network time believed at most: the least round trip of the window and an allowance for its jitter.
     *
     * @param window round trips in milliseconds, in any order
     */
    static long trip(long[] window) {
        if (window.length == 0) {
            return 0;
        }
        var sorted = window.clone();
        Arrays.sort(sorted);
        var least = sorted[0];
        var high = sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * 0.9) - 1)];
        var jitter = Math.min(Math.max(high - least, LEAST_JITTER), MOST_JITTER);
        return Math.min(least + jitter, CAP);
    }

    /**
     * The reaction time that counts, in milliseconds: the claim, no less than what we saw less the network's share, no more
     * than what we saw.
     *
     * @param used milliseconds of the question's time used when the answer arrived
     */
    long bounded(long used) {
        var seen = Math.max(0, used - sentAfter);
        return claim < 0 ? Math.max(0, seen - trip) : Math.min(Math.max(claim, seen - trip), seen);
    }
}
