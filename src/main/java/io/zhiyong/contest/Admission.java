package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Instant;
import java.util.List;

/** Who is let in, and which answers are taken. */
final class Admission {
    /** An answer already on its way when time was stopped is not lost. */
    private static final long IN_FLIGHT_MILLIS = 1000;

    private Admission() {}

    static boolean mayJoin(Contest contest, PersonId person, int nextSeat) {
        var open = contest.phase().isLive() && contest.phase() != Phase.PODIUM;
        var seat = contest.roster().of(person);
        if (seat.isPresent()) {
            return contest.phase().isLive() && seat.get().status() != Seat.Status.KICKED;
        }
        return open && !contest.roster().locked() && nextSeat <= Roster.MOST_SEATS;
    }

    /** The seat of somebody who joined, or the reason why there is none. */
    static Seat join(Contest contest, PersonId person) {
        var seat = contest.roster().of(person);
        if (seat.filter(Seat::isActive).isPresent()) {
            return seat.get();
        }
        if (seat.filter(it -> it.status() == Seat.Status.KICKED).isPresent()) {
            throw Refusal.forbidden("contest.refusal.kicked");
        }
        if (contest.roster().locked()) {
            throw Refusal.conflict("contest.refusal.locked");
        }
        if (contest.roster().seats().size() >= Roster.MOST_SEATS) {
            throw Refusal.conflict("contest.refusal.full", Roster.MOST_SEATS);
        }
        throw Run.wrongPhase(contest);
    }

    /**
     * The answer as it is to be stored, or why it is not taken: no seat, not this question, too early, too late, no such
     * option. Whether there is one already is for the store to say.
     *
     * @param question the id of the question that the contestant saw
     * @param stamp when the frame was decoded
     * @param reaction how the reaction time is bounded on this connection
     */
    static Answer answer(
            Contest contest, PersonId person, String question, List<String> choice, Instant stamp, Reaction reaction) {
        var seat = contest.roster()
                .of(person)
                .filter(Seat::isActive)
                .orElseThrow(() -> Refusal.forbidden("contest.refusal.noSeat"));
        var index = contest.progress().question();
        var asked = contest.question()
                .filter(at -> at.id().equals(question))
                .orElseThrow(() -> Refusal.conflict("contest.refusal.otherQuestion"));
        var timer = timer(contest, stamp);
        var used = timer.thinking(held(contest, stamp)).toMillis();
        var tau = reaction.bounded(used);
        return new Answer(index, seat.number(), person, asked.checked(choice), tau, stamp.toEpochMilli());
    }

    private static Timer timer(Contest contest, Instant stamp) {
        if (contest.phase() == Phase.SHOWN) {
            throw Refusal.conflict("contest.refusal.tooEarly");
        }
        if (contest.phase() != Phase.ANSWERING) {
            throw Refusal.conflict("contest.refusal.tooLate");
        }
        var timer = contest.progress().timer().orElseThrow();
        var hold = contest.progress().hold();
        if (hold.isPresent() && stamp.isAfter(hold.get().since().plusMillis(IN_FLIGHT_MILLIS))) {
            throw Refusal.conflict("contest.refusal.held");
        }
        if (hold.isEmpty() && stamp.isAfter(timer.closes(Contest.GRACE))) {
            throw Refusal.conflict("contest.refusal.tooLate");
        }
        return timer;
    }

    /** While time stands still it is as late as when it stopped. */
    private static Instant held(Contest contest, Instant stamp) {
        return contest.progress().hold().map(Hold::since).filter(stamp::isAfter).orElse(stamp);
    }
}
