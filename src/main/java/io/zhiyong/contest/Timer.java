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
 */
record Timer(Instant start, Duration length, Duration paused, Instant resumes, Instant keepsOpen) {
    static Timer of(Instant start, Duration length) {
        return new Timer(start, length, Duration.ZERO, start, start);
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

    /** Held since a moment, it runs again from another on. */
    Timer resumed(Instant heldSince, Instant again, Instant keepsOpen) {
        var used = elapsed(heldSince);
        var runs = again.isAfter(resumes) ? again : resumes;
        return new Timer(start, length, Duration.between(start, runs).minus(used), runs, keepsOpen);
    }

    /** When answers close: the deadline and a grace for what is on its way. */
    Instant closes(Duration grace) {
        var closes = deadline().plus(grace);
        return closes.isAfter(keepsOpen) ? closes : keepsOpen;
    }
}
