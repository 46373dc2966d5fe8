package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command leads to.
 *
 * @param next the contest after the events
 * @param events what is appended to the log before anybody hears of it; none when nothing changes
 */
record Step(Contest next, List<Entry> events) {
    Step {
        events = List.copyOf(events);
    }

    /** The events in order, each on what the one before left. */
    static Step of(Contest contest, Optional<PersonId> by, Instant now, Event... events) {
        var entries = new ArrayList<Entry>();
        var next = contest;
        for (var event : events) {
            var entry = new Entry(contest.id(), next.seq() + 1, now.truncatedTo(ChronoUnit.MILLIS), by, event);
            next = next.after(entry);
            entries.add(entry);
        }
        return new Step(next, entries);
    }
}
