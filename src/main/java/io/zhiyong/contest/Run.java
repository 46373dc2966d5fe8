package io.zhiyong.contest;

import io.zhiyong.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The run of show: what comes next from where a contest stands. */
final class Run {
    private Run() {}

    /** The events of the one key that always goes on. Answering ends with the cause given. */
    static Event[] next(Contest contest, Event.AnsweringLocked.Cause cause) {
        return switch (contest.phase()) {
            case LOBBY -> countdown(contest);
            case COUNTDOWN -> show(contest, 0);
            case SHOWN -> one(answering(contest, contest.progress().question()));
            case ANSWERING -> one(new Event.AnsweringLocked(contest.progress().question(), cause));
            case LOCKED -> reveal(contest);
            case REVEAL, BOARD -> afterReveal(contest);
            case PODIUM -> one(new Event.Closed());
            case DRAFT, CLOSED, CANCELLED -> throw wrongPhase(contest);
        };
    }

    /** When what runs here runs out. */
    static Optional<Instant> due(Contest contest) {
        var answering = contest.phase() == Phase.ANSWERING;
        return contest.progress().timer().map(timer -> answering ? timer.closes(Contest.GRACE) : timer.deadline());
    }

    static Refusal wrongPhase(Contest contest) {
        return Refusal.conflict("contest.refusal.phase", contest.phase().name());
    }

    private static Event[] countdown(Contest contest) {
        if (contest.roster().active() == 0) {
            throw Refusal.conflict("contest.refusal.nobody");
        }
        return one(new Event.CountdownStarted(Contest.COUNTDOWN));
    }

    /** Without reading time stem and options leave together, as one frame to each contestant. */
    private static Event[] show(Contest contest, int question) {
        var read = contest.setup().rules().readSeconds();
        var shown = new Event.QuestionShown(question, Duration.ofSeconds(read));
        return read == 0 ? new Event[] {shown, answering(contest, question)} : one(shown);
    }

    private static Event answering(Contest contest, int question) {
        return new Event.AnsweringOpened(question, contest.setup().rules().answering());
    }

    private static Event[] reveal(Contest contest) {
        var question = contest.progress().question();
        if (contest.isVoid(question)) {
            return afterReveal(contest);
        }
        if (contest.sheet(question).isEmpty()) {
            throw Refusal.conflict("contest.refusal.notScored");
        }
        return one(new Event.Revealed(question));
    }

    private static Event[] afterReveal(Contest contest) {
        if (contest.isLastQuestion()) {
            return one(new Event.PodiumShown());
        }
        var next = contest.progress().question() + 1;
        var every = contest.setup().rules().boardEvery();
        var boardIsDue = contest.phase() != Phase.BOARD && every > 0 && next % every == 0;
        return boardIsDue ? one(new Event.BoardShown()) : show(contest, next);
    }

    private static Event[] one(Event event) {
        return new Event[] {event};
    }
}
