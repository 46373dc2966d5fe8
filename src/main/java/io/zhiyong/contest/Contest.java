package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contest at one moment: the fold of its events, and nothing that the events do not say.
 *
 * @param sheets the scored and voided questions, by question
 * @param seq number of the last event in it
 */
record Contest(ContestId id, Setup setup, Progress progress, Roster roster, List<Sheet> sheets, long seq) {
    /** What a frame may need on its way after the deadline. */
    static final Duration GRACE = Duration.ofMillis(800);
    /** Before the first question. */
    static final Duration COUNTDOWN = Duration.ofSeconds(5);
    /** To look up again after a pause or an outage. */
    static final Duration RESUME_LEAD = Duration.ofSeconds(3);
    /** How long after an outage an answer from before it is still taken. */
    static final Duration RESEND = Duration.ofSeconds(5);

    Contest {
        sheets = List.copyOf(sheets);
    }

    /** A new contest in draft and the event that says so. */
    static Step draft(ContestId id, PersonId by, Setup setup, Instant now) {
        var entry = new Entry(id, 1, now, Optional.of(by), new Event.Configured(setup));
        return new Step(first(entry), List.of(entry));
    }

    /** The contest that its first entry makes. */
    static Contest first(Entry entry) {
        if (entry.seq() != 1 || !(entry.event() instanceof Event.Configured configured)) {
            throw new IllegalArgumentException("a log begins with its setup as number 1, not with " + entry);
        }
        return new Contest(entry.contest(), configured.setup(), Progress.draft(), Roster.empty(), List.of(), 1);
    }

    /** The whole log, from number 1. */
    static Contest fold(List<Entry> log) {
        return first(log.get(0)).after(log.subList(1, log.size()));
    }

    Contest after(List<Entry> entries) {
        var contest = this;
        for (var entry : entries) {
            contest = contest.after(entry);
        }
        return contest;
    }

    /** The next entry of the log; any other number means a gap or a foreign log. */
    Contest after(Entry entry) {
        if (!entry.contest().equals(id) || entry.seq() != seq + 1) {
            throw new IllegalArgumentException(
                    "entry " + entry.contest() + "#" + entry.seq() + " after " + id + "#" + seq);
        }
        var next = entry.event().on(this, entry.at());
        return new Contest(id, next.setup, next.progress, next.roster, next.sheets, entry.seq());
    }

    Phase phase() {
        return progress.phase();
    }

    Optional<ContestQuestion> question() {
        return progress.question() < 0
                ? Optional.empty()
                : Optional.of(setup.questions().get(progress.question()));
    }

    Optional<Sheet> sheet(int question) {
        return sheets.stream().filter(sheet -> sheet.question() == question).findFirst();
    }

    /** The sheets that may be told: all that count but that of a question whose key is still hidden. */
    List<Sheet> openSheets() {
        var hidden = phase().hidesKey() ? progress.question() : -1;
        return sheets.stream()
                .filter(sheet -> !sheet.voided() && sheet.question() != hidden)
                .toList();
    }

    boolean isVoid(int question) {
        return sheet(question).filter(Sheet::voided).isPresent();
    }

    boolean isLastQuestion() {
        return progress.question() == setup.questions().size() - 1;
    }

    Contest with(Setup other) {
        return new Contest(id, other, progress, roster, sheets, seq);
    }

    Contest with(Progress other) {
        return new Contest(id, setup, other, roster, sheets, seq);
    }

    Contest with(Roster other) {
        return new Contest(id, setup, progress, other, sheets, seq);
    }

    /** Puts a sheet in place of the question's earlier one. */
    Contest with(Sheet sheet) {
        var next = new ArrayList<>(sheets);
        next.removeIf(other -> other.question() == sheet.question());
        next.add(sheet);
        next.sort(Comparator.comparingInt(Sheet::question));
        return new Contest(id, setup, progress, roster, next, seq);
    }
}
