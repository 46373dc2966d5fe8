package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is connected, and who of them has answered the question at hand. A picture only: seats and answers are in the log
 * and in the store.
 */
final class Presence {
    /** Whoever reloads is still waited for so long. */
    private static final Duration RELOAD = Duration.ofSeconds(8);

    private final Set<Line> lines = new LinkedHashSet<>();
    private final Map<PersonId, Integer> connections = new HashMap<>();
    private final Map<PersonId, Instant> gone = new HashMap<>();
    private final Map<PersonId, List<String>> choices = new HashMap<>();
    private int waiting;

    void enter(Line line) {
        if (!lines.add(line) || line.viewer() != Scene.Viewer.PLAYER) {
            return;
        }
        var person = line.person().orElseThrow();
        if (connections.merge(person, 1, Integer::sum) == 1) {
            gone.remove(person);
            waiting += choices.containsKey(person) ? 0 : 1;
        }
    }

    void leave(Line line, Instant now) {
        if (!lines.remove(line) || line.viewer() != Scene.Viewer.PLAYER) {
            return;
        }
        var person = line.person().orElseThrow();
        if (connections.merge(person, -1, Integer::sum) == 0) {
            connections.remove(person);
            gone.put(person, now);
            waiting -= choices.containsKey(person) ? 0 : 1;
        }
    }

    /** Another question: nobody has answered it. */
    void ask() {
        choices.clear();
        waiting = connections.size();
    }

    void answered(PersonId person, List<String> choice) {
        if (choices.put(person, choice) == null && connections.containsKey(person)) {
            waiting--;
        }
    }

    /** What is stored for the question at hand; empty when nothing is. */
    List<String> choice(PersonId person) {
        return choices.getOrDefault(person, List.of());
    }

    /** Everybody who is connected, or was a moment ago, has answered, and there is somebody. */
    boolean allAnswered(Instant now) {
        if (waiting > 0 || choices.isEmpty()) {
            return false;
        }
        gone.values().removeIf(since -> since.plus(RELOAD).isBefore(now));
        return choices.keySet().containsAll(gone.keySet());
    }

    int answered() {
        return choices.size();
    }

    int connected() {
        return connections.size();
    }

    boolean isConnected(PersonId person) {
        return connections.containsKey(person);
    }

    /** In the order of arrival. */
    Collection<Line> lines() {
        return List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
