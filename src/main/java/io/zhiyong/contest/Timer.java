package io.zhiyong.contest;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time that pauses lengthen. Everyone draws his own countdown from {@link #deadline}.
 *
 * @param start when it began
 * @param length how long it lasts, pauses left out
 * @param paused how long it has stood still so far
 * @param resumes does not run before this moment: a resumed question gives three seconds to look up
 * @param keepsOpen answers are taken until then at least: those that were on their way when the server fell
 * @param outage how much of the time that stood still was the server's absence: the question stayed on the phones, so
 *     thinking went on, and that must earn no speed
 */
record Timer(Instant start, Duration length, Duration paused, Instant resumes, Instant keepsOpen, Duration outage) {
    static Timer of(Instant start, Duration length) {
        return new Timer(start, length, Duration.ZERO, start, start, Duration.ZERO);
    }

    /** Time used, pauses left out; never negative. */
    Duration elapsed(Instant now) {
        var runs = now.isAfter(resumes) ? now : resumes;
        var elapsed = Duration.between(start, runs).minus(paused);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    Instant deadline() {
        return start.plus(length).plus(paused);
    }

    /** Held since a moment by somebody's word, it runs again from another on. */
    Timer resumed(Instant heldSince, Instant again) {
        var used = elapsed(heldSince);
        var runs = again.isAfter(resumes) ? again : resumes;
        return new Timer(start, length, Duration.between(start, runs).minus(used), runs, keepsOpen, outage);
    }

    /** Held since the server was last seen, it runs again from another moment on. */
    Timer recovered(Instant lastSeen, Instant again, Instant open) {
        var resumed = resumed(lastSeen, again);
        var away = Duration.between(lastSeen, again);
        return new Timer(start, length, resumed.paused, resumed.resumes, open, outage.plus(away));
    }

    /** Time for thinking: what was used, and the server's absence. */
    Duration thinking(Instant now) {
        return elapsed(now).plus(outage);
    }

    /** When answers close: the deadline and a grace for what is on its way. */
    Instant closes(Duration grace) {
        var closes = deadline().plus(grace);
        return closes.isAfter(keepsOpen) ? closes : keepsOpen;
    }
}
