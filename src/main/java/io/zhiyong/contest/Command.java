package io.zhiyong.contest;

import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.contest.Event.AnsweringLocked.Cause;
import io.zhiyong.contest.Event.Seated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What may be asked of a contest. Applied to a contest at a moment it gives the next contest and the events that say so,
 * or it is refused and changes nothing. Who may give it is settled before: {@link #part}.
 */
sealed interface Command {
    Step applyTo(Contest contest, Instant now);

    Part part();

    /** Who gives a command. */
    enum Part {
        HOST,
        PLAYER,
        SERVER
    }

    /** The host's. */
    sealed interface Hosts extends Command {
        PersonId by();

        @Override
        default Part part() {
            return Part.HOST;
        }

        default Step step(Contest contest, Instant now, Event... events) {
            return Step.of(contest, Optional.of(by()), now, events);
        }
    }

    /** The server's own: its clock, its store, its return. */
    sealed interface Servers extends Command {
        @Override
        default Part part() {
            return Part.SERVER;
        }

        default Step step(Contest contest, Instant now, Event... events) {
            return Step.of(contest, Optional.empty(), now, events);
        }
    }

    /** Sets a draft up anew. */
    record Configure(PersonId by, Setup setup) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase() == Phase.DRAFT, contest);
            return step(contest, now, new Event.Configured(setup));
        }
    }

    /** Gives the code out. */
    record OpenLobby(PersonId by, String code) implements Hosts {
        public OpenLobby {
            Ids.check("code", code);
        }

        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase() == Phase.DRAFT, contest);
            if (contest.setup().questions().isEmpty()) {
                throw Refusal.conflict("contest.refusal.noQuestions");
            }
            return step(contest, now, new Event.LobbyOpened(code));
        }
    }

    /**
     * The one key: whatever comes next.
     *
     * @param seen the step that the host saw when pressing; another one means that it was pressed twice, or too late
     */
    record Advance(PersonId by, int seen) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            requireRunning(contest);
            if (seen != contest.progress().step()) {
                throw Refusal.conflict("contest.refusal.alreadyMoved");
            }
            return step(contest, now, Run.next(contest, Cause.HOST));
        }
    }

    /** Ends the questions here and shows the final order. */
    record Finish(PersonId by) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase() == Phase.REVEAL || contest.phase() == Phase.BOARD, contest);
            requireRunning(contest);
            return step(contest, now, new Event.PodiumShown());
        }
    }

    /** Gives the contest up before its podium. */
    record Cancel(PersonId by, String reason) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(!contest.phase().isOver() && contest.phase() != Phase.PODIUM, contest);
            return step(contest, now, new Event.Cancelled(given(reason)));
        }
    }

    /** Stops time. */
    record Pause(PersonId by) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            requireRunning(contest);
            return step(contest, now, new Event.Paused());
        }
    }

    /** Lets time run again, three seconds from now where something is being timed. */
    record Resume(PersonId by) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            requireHeld(contest);
            return step(contest, now, resumed(contest));
        }
    }

    /** Counts a question for nobody, whether open or past. */
    record VoidQuestion(PersonId by, int question, String reason) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive() && contest.progress().question() >= 0, contest);
            if (question < 0 || question > contest.progress().question() || contest.isVoid(question)) {
                throw Refusal.conflict("contest.refusal.cannotVoid", question + 1);
            }
            return step(contest, now, new Event.QuestionVoided(question, given(reason)));
        }
    }

    /** Sends a contestant away. */
    record Kick(PersonId by, int seat, String reason) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            var place = placeOf(contest, seat);
            if (place.status() == Seat.Status.KICKED) {
                throw Refusal.conflict("contest.refusal.kicked");
            }
            return step(contest, now, Seated.kicked(place, given(reason)));
        }
    }

    /** Gives a contestant another name on the board. */
    record Rename(PersonId by, int seat, String name) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            var place = placeOf(contest, seat).named(name);
            return step(contest, now, new Seated(Seated.Change.RENAMED, List.of(place), ""));
        }
    }

    /** Closes the door to newcomers, or opens it. */
    record LockJoining(PersonId by, boolean locked) implements Hosts {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            if (contest.roster().locked() == locked) {
                return new Step(contest, List.of());
            }
            return step(contest, now, new Event.JoiningLocked(locked));
        }
    }

    /** Somebody at the door. */
    record Newcomer(PersonId person, String name, String unit) {
        public Newcomer {
            name = Seat.checkedName(name);
        }
    }

    /** Takes seats. Who has one keeps it; who may not have one is passed over: {@link Admission#join} tells him why. */
    record Join(List<Newcomer> newcomers) implements Command {
        public Join {
            newcomers = List.copyOf(newcomers);
        }

        @Override
        public Part part() {
            return Part.PLAYER;
        }

        @Override
        public Step applyTo(Contest contest, Instant now) {
            var seats = new ArrayList<Seat>();
            var known = new HashSet<PersonId>();
            var next = contest.roster().seats().size() + 1;
            for (var newcomer : newcomers) {
                if (!Admission.mayJoin(contest, newcomer.person(), next) || !known.add(newcomer.person())) {
                    continue;
                }
                var seat = contest.roster().of(newcomer.person());
                if (seat.isEmpty()) {
                    seats.add(
                            new Seat(next++, newcomer.person(), newcomer.name(), newcomer.unit(), Seat.Status.ACTIVE));
                } else if (!seat.get().isActive()) {
                    seats.add(seat.get().with(Seat.Status.ACTIVE));
                }
            }
            return seats.isEmpty()
                    ? new Step(contest, List.of())
                    : Step.of(contest, Optional.empty(), now, new Seated(Seated.Change.JOINED, seats, ""));
        }
    }

    /** Leaves by one's own will. */
    record Leave(PersonId person) implements Command {
        @Override
        public Part part() {
            return Part.PLAYER;
        }

        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            var seat = contest.roster()
                    .of(person)
                    .filter(Seat::isActive)
                    .orElseThrow(() -> Refusal.forbidden("contest.refusal.noSeat"));
            var left = new Seated(Seated.Change.LEFT, List.of(seat.with(Seat.Status.LEFT)), "");
            return Step.of(contest, Optional.of(person), now, left);
        }
    }

    /** Something runs out. Too early is refused: the timer asks again. */
    record Tick() implements Servers {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            requireRunning(contest);
            var due = Run.due(contest).orElseThrow(() -> Refusal.conflict("contest.refusal.noTimer"));
            if (now.isBefore(due)) {
                throw Refusal.conflict("contest.refusal.early");
            }
            return step(contest, now, Run.next(contest, Cause.TIME));
        }
    }

    /** Everybody who is connected has answered. */
    record AllAnswered(int question) implements Servers {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase() == Phase.ANSWERING && contest.progress().question() == question, contest);
            requireRunning(contest);
            return step(contest, now, new Event.AnsweringLocked(question, Cause.ALL_ANSWERED));
        }
    }

    /** Marks the locked question from what is stored. */
    record Score(int question, List<Answer> answers) implements Servers {
        public Score {
            answers = List.copyOf(answers);
        }

        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase() == Phase.LOCKED && contest.progress().question() == question, contest);
            if (contest.sheet(question).isPresent()) {
                throw Refusal.conflict("contest.refusal.scored");
            }
            return step(contest, now, new Event.Scored(Scoring.sheet(contest.setup(), question, answers)));
        }
    }

    /** Marks a question again when more is stored than was when it was marked. */
    record Correct(int question, List<Answer> answers, String reason) implements Servers {
        public Correct {
            answers = List.copyOf(answers);
        }

        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            var before = contest.sheet(question).orElseThrow(() -> Refusal.conflict("contest.refusal.notScored"));
            var again = Scoring.sheet(contest.setup(), question, answers);
            return before.voided() || before.equals(again)
                    ? new Step(contest, List.of())
                    : step(contest, now, new Event.ScoreCorrected(again, given(reason)));
        }
    }

    /** A new owner begins. */
    record Interrupt(Instant since) implements Servers {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            require(contest.phase().isLive(), contest);
            return step(contest, now, new Event.Interrupted(since));
        }
    }

    /** Enough are back, or enough time has passed. */
    record Recover() implements Servers {
        @Override
        public Step applyTo(Contest contest, Instant now) {
            requireHeld(contest);
            var recovering = contest.progress().hold().orElseThrow().kind() == Hold.Kind.RECOVERING;
            require(recovering, contest);
            return step(contest, now, resumed(contest));
        }
    }

    private static Event resumed(Contest contest) {
        var hold = contest.progress().hold().orElseThrow();
        var timed = contest.progress().timer().isPresent();
        var resend = hold.kind() == Hold.Kind.RECOVERING ? Contest.RESEND : Duration.ZERO;
        return new Event.Resumed(timed ? Contest.RESUME_LEAD : Duration.ZERO, resend);
    }

    private static Seat placeOf(Contest contest, int number) {
        require(contest.phase().isLive(), contest);
        return contest.roster().at(number).orElseThrow(() -> Refusal.notFound("contest.refusal.seat", number));
    }

    private static String given(String reason) {
        var stripped = reason == null ? "" : reason.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw Refusal.invalid("reason", "contest.refusal.reason");
        }
        return stripped;
    }

    private static void require(boolean holds, Contest contest) {
        if (!holds) {
            throw Run.wrongPhase(contest);
        }
    }

    private static void requireRunning(Contest contest) {
        if (contest.progress().hold().isPresent()) {
            throw Refusal.conflict("contest.refusal.held");
        }
    }

    private static void requireHeld(Contest contest) {
        if (contest.progress().hold().isEmpty()) {
            throw Refusal.conflict("contest.refusal.notHeld");
        }
    }
}
