package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zhiyong.contest.Seat.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a contest. Each says what it makes of the contest before it; a command has checked that it may happen.
 * The names are written into the log: they are never changed, and a component added later is optional.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Configured.class, name = "configured"),
    @JsonSubTypes.Type(value = Event.LobbyOpened.class, name = "lobby-opened"),
    @JsonSubTypes.Type(value = Event.Seated.class, name = "seated"),
    @JsonSubTypes.Type(value = Event.JoiningLocked.class, name = "joining-locked"),
    @JsonSubTypes.Type(value = Event.CountdownStarted.class, name = "countdown-started"),
    @JsonSubTypes.Type(value = Event.QuestionShown.class, name = "question-shown"),
    @JsonSubTypes.Type(value = Event.AnsweringOpened.class, name = "answering-opened"),
    @JsonSubTypes.Type(value = Event.AnsweringLocked.class, name = "answering-locked"),
    @JsonSubTypes.Type(value = Event.Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = Event.Revealed.class, name = "revealed"),
    @JsonSubTypes.Type(value = Event.BoardShown.class, name = "board-shown"),
    @JsonSubTypes.Type(value = Event.PodiumShown.class, name = "podium-shown"),
    @JsonSubTypes.Type(value = Event.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Event.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Event.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = Event.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = Event.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Event.QuestionVoided.class, name = "question-voided"),
    @JsonSubTypes.Type(value = Event.ScoreCorrected.class, name = "score-corrected")
})
sealed interface Event {
    /** The contest after it. */
    Contest on(Contest before, Instant at);

    /** Title, questions and rules were set. */
    record Configured(Setup setup) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(setup);
        }
    }

    /** The code is out. */
    record LobbyOpened(String code) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.roster().open(code))
                    .with(before.progress().to(Phase.LOBBY));
        }
    }

    /** Seats were taken, given another name, left or withdrawn; each as it is from now on. */
    record Seated(Change change, List<Seat> seats, String reason) implements Event {
        /** What changed about them. */
        enum Change {
            JOINED,
            LEFT,
            KICKED,
            RENAMED
        }

        public Seated {
            seats = List.copyOf(seats);
        }

        static Seated kicked(Seat seat, String reason) {
            return new Seated(Change.KICKED, List.of(seat.with(Status.KICKED)), reason);
        }

        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.roster().with(seats));
        }
    }

    /** The door was closed to newcomers, or opened again. */
    record JoiningLocked(boolean locked) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.roster().locked(locked));
        }
    }

    /** The first question comes after this. */
    record CountdownStarted(Duration length) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().to(Phase.COUNTDOWN, -1, Optional.of(Timer.of(at, length))));
        }
    }

    /** The stem is out, without options. */
    record QuestionShown(int question, Duration length) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().to(Phase.SHOWN, question, Optional.of(Timer.of(at, length))));
        }
    }

    /** The options are out. */
    record AnsweringOpened(int question, Duration length) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().to(Phase.ANSWERING, question, Optional.of(Timer.of(at, length))));
        }
    }

    /** No answer that is stamped later counts. */
    record AnsweringLocked(int question, Cause cause) implements Event {
        /** Why it ended. */
        enum Cause {
            TIME,
            ALL_ANSWERED,
            HOST
        }

        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().to(Phase.LOCKED));
        }
    }

    /** The stored answers were marked; the host sees it, contestants do not yet. */
    record Scored(Sheet sheet) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(sheet).with(before.progress().waiting(pace(before, at)));
        }
    }

    /** The key is out. */
    record Revealed(int question) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress()
                    .to(Phase.REVEAL, at, before.setup().rules().paceSeconds()));
        }
    }

    /** The scoreboard, between questions. */
    record BoardShown() implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(
                    before.progress().to(Phase.BOARD, at, before.setup().rules().paceSeconds()));
        }
    }

    /** The final order. */
    record PodiumShown() implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().to(Phase.PODIUM));
        }
    }

    /** Over; the results stand. */
    record Closed() implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().over(Phase.CLOSED));
        }
    }

    /** Given up; nothing counts. */
    record Cancelled(String reason) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().over(Phase.CANCELLED));
        }
    }

    /** Time stands still by somebody's word. */
    record Paused() implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().held(new Hold(Hold.Kind.PAUSED, at)));
        }
    }

    /**
     * The server came back, or another took over. Always the first entry of a new owner, because its number shuts the
     * former one out.
     *
     * @param since the last moment at which somebody is known to have owned the contest
     */
    record Interrupted(Instant since) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(before.progress().held(new Hold(Hold.Kind.RECOVERING, since)));
        }
    }

    /**
     * Time runs again.
     *
     * @param lead so long after the event
     * @param resend answers from before are taken for so long after that
     */
    record Resumed(Duration lead, Duration resend) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            var again = at.plus(lead);
            return before.with(before.progress().resumed(again, again.plus(resend)));
        }
    }

    /** The question counts for nobody; an open one ends without its key being shown. */
    record QuestionVoided(int question, String reason) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            var voided = before.with(before.sheet(question).map(Sheet::asVoid).orElseGet(() -> Sheet.voided(question)));
            var open =
                    before.progress().question() == question && before.phase().hidesKey();
            return open ? voided.with(before.progress().to(Phase.LOCKED).waiting(pace(before, at))) : voided;
        }
    }

    /** An answer stamped in time became durable after the marking: the question was marked again. */
    record ScoreCorrected(Sheet sheet, String reason) implements Event {
        @Override
        public Contest on(Contest before, Instant at) {
            return before.with(sheet);
        }
    }

    /** A contest that goes on by itself leaves a second between the lock and the key. */
    private static Optional<Timer> pace(Contest contest, Instant at) {
        return contest.setup().rules().paceSeconds() == 0
                ? Optional.empty()
                : Optional.of(Timer.of(at, Duration.ofSeconds(1)));
    }
}
