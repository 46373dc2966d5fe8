package io.zhiyong.exam;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Paper;
import io.zhiyong.questionbank.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's one try at an exam (作答). Its paper never changes.
 *
 * @param given by place on the paper, from 0; places without an answer are absent
 * @param handed there once it is handed in
 */
record Attempt(AttemptId id, ExamId exam, Sitter sitter, Span span, Paper paper, Given given, Optional<Handed> handed) {
    /**
     * Answers that are on their way when the time is up are still taken for so long: the clock is the server's, and a
     * candidate must not lose the last answer to his line.
     */
    static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Who sits, for which unit, for which time.
     *
     * @param unit to which the person belonged at the start
     * @param number from 1
     */
    record Sitter(PersonId person, UnitId unit, int number) {}

    /** From when to when. */
    record Span(Instant started, Instant deadline) {}

    /**
     * What was answered so far.
     *
     * @param revision grows with every change, so that nothing is handed in that has changed meanwhile
     * @param top the largest sequence seen; a device that takes over goes on from there
     */
    record Given(Map<Integer, Entry> entries, long revision, long top) {
        static final Given NOTHING = new Given(Map.of(), 0, 0);

        Given {
            entries = Map.copyOf(entries);
        }

        Answer answer(int place) {
            return entries.containsKey(place) ? entries.get(place).answer() : Answer.NONE;
        }

        boolean flagged(int place) {
            return entries.containsKey(place) && entries.get(place).flagged();
        }

        int answered() {
            return (int) entries.values().stream()
                    .filter(entry -> entry.answer().given())
                    .count();
        }
    }

    /**
     * The latest at one place.
     *
     * @param sequence counted by the sender: what comes with a smaller one, or the same, is older and changes nothing
     * @param answer in the question's own option keys
     */
    record Entry(long sequence, Answer answer, boolean flagged, Instant at) {}

    /**
     * How it ended.
     *
     * @param automatically by the clock, not by the person
     */
    record Handed(Instant at, boolean automatically, Outcome outcome) {}

    /** Points by place, and what follows. */
    record Outcome(Points score, Points full, boolean passed, List<Mark> marks) {
        Outcome {
            marks = List.copyOf(marks);
        }
    }

    /** Of one place. */
    record Mark(boolean right, Points score) {}

    boolean isOpen() {
        return handed.isEmpty();
    }

    /** Whether answers are no longer taken. */
    boolean isOver(Instant now) {
        return now.isAfter(span.deadline().plus(GRACE));
    }

    /** The same with these answers on top. */
    Attempt with(Map<Integer, Entry> newer) {
        var entries = new HashMap<>(given.entries());
        entries.putAll(newer);
        var top = newer.values().stream().mapToLong(Entry::sequence).max().orElse(0);
        var next = new Given(entries, given.revision() + newer.size(), Math.max(top, given.top()));
        return new Attempt(id, exam, sitter, span, paper, next, handed);
    }
}
