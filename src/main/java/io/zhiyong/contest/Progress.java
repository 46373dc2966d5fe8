package io.zhiyong.contest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the run of show stands.
 *
 * @param question index of the question at hand; -1 before the first
 * @param timer what runs out by itself, where something does
 * @param step counts the moves from phase to phase, so that a key pressed twice moves once
 */
record Progress(Phase phase, int question, Optional<Timer> timer, Optional<Hold> hold, int step) {
    static Progress draft() {
        return new Progress(Phase.DRAFT, -1, Optional.empty(), Optional.empty(), 0);
    }

    Progress to(Phase next, int atQuestion, Optional<Timer> runs) {
        return new Progress(next, atQuestion, runs, hold, step + 1);
    }

    Progress to(Phase next) {
        return to(next, question, Optional.empty());
    }

    /** Moves on and leaves by itself after a while; zero waits for the host. */
    Progress to(Phase next, Instant at, int seconds) {
        return to(
                next,
                question,
                seconds == 0 ? Optional.empty() : Optional.of(Timer.of(at, Duration.ofSeconds(seconds))));
    }

    /** Nothing runs any more and nothing is held. */
    Progress over(Phase end) {
        return new Progress(end, question, Optional.empty(), Optional.empty(), step + 1);
    }

    Progress held(Hold by) {
        return new Progress(phase, question, timer, Optional.of(hold.orElse(by)), step);
    }

    /** @param open after a recovery: until when answers from before it are taken */
    Progress resumed(Instant again, Instant open) {
        var since = hold.orElseThrow().since();
        var recovering = hold.orElseThrow().kind() == Hold.Kind.RECOVERING;
        var runs = timer.map(it -> recovering ? it.recovered(since, again, open) : it.resumed(since, again));
        return new Progress(phase, question, runs, Optional.empty(), step);
    }

    Progress waiting(Optional<Timer> runs) {
        return new Progress(phase, question, runs, hold, step);
    }
}
