package io.zhiyong.contest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One contest on one Vert.x context, so that the order of arrival is the truth. It appends first and tells afterwards;
 * whatever it cannot append ends it, because then somebody else owns the contest, or nobody knows.
 *
 * <p>All methods are to be called on its context.
 */
final class ContestRoom {
    private static final Logger LOG = LoggerFactory.getLogger(ContestRoom.class);
    private static final int SNAPSHOT_EVERY = 50;
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final double ENOUGH_ARE_BACK = 0.95;
    private static final String LATE = "stored after the marking, stamped in time";

    /**
     * What a room works with.
     *
     * @param owner names this process in leases
     * @param patience how long after an outage contestants are waited for
     * @param over told once when the contest has ended
     */
    record Needs(
            Vertx vertx,
            ContestStore store,
            Clock clock,
            String owner,
            Duration patience,
            Consumer<Contest> over,
            Consumer<ContestId> ended) {}

    private final Needs needs;
    private final Presence presence = new Presence();
    private final ContestBroadcastRoom broadcast;
    private final AnswerBatchStore batch;
    private final Map<PersonId, Promise<Contest>> atTheDoor = new HashMap<>();
    private final List<Command.Newcomer> newcomers = new ArrayList<>();
    private Contest contest;
    private Future<Contest> line;
    private long snapshotAt;
    private long timer = -1;
    private long keeping = -1;
    private Instant lastUse;
    private final Instant opened;
    private boolean ended;

    ContestRoom(Needs needs, Contest contest) {
        this.needs = needs;
        this.contest = contest;
        this.line = Future.succeededFuture(contest);
        this.snapshotAt = contest.seq();
        this.batch = new AnswerBatchStore(needs.vertx(), needs.store(), contest.id());
        this.broadcast = new ContestBroadcastRoom(needs.vertx(), needs.clock(), presence);
        this.opened = needs.clock().instant();
        this.lastUse = opened;
    }

    /**
     * Begins: what was interrupted is held until enough are back; what was answered before is remembered.
     *
     * @param before the lease that was found
     */
    Future<ContestRoom> begin(Optional<Lease> before) {
        var clean = before.isEmpty()
                || before.get().isReleased() && contest.progress().timer().isEmpty();
        var first = contest.phase().isLive() && !clean
                ? give(new Command.Interrupt(before.get().renewed()))
                : Future.succeededFuture(contest);
        first.onSuccess(now -> needs.store().follow(now).onFailure(this::unexpected));
        return first.compose(done -> remembered()).map(done -> {
            keeping = needs.vertx().setPeriodic(Lease.EVERY.toMillis(), tick -> housekeeping());
            follow();
            return this;
        });
    }

    private Future<Void> remembered() {
        var question = contest.progress().question();
        if (question < 0 || !contest.phase().hidesKey()) {
            return Future.succeededFuture();
        }
        return needs.store().answers(contest.id(), question).map(stored -> {
            stored.forEach(answer -> presence.answered(answer.person(), answer.choice()));
            return null;
        });
    }

    Contest contest() {
        return contest;
    }

    /** A screen that may watch; its first frame is the scene of now. */
    void enter(Line screen) {
        if (ended) {
            screen.close(Line.Closing.AGAIN);
            return;
        }
        presence.enter(screen);
        broadcast.greet(contest, screen);
        broadcast.count(contest);
    }

    void leave(Line screen) {
        presence.leave(screen, needs.clock().instant());
        lastUse = needs.clock().instant();
        broadcast.count(contest);
    }

    /** The scene of now, for a screen that lost one. */
    void again(Line screen) {
        broadcast.greet(contest, screen);
    }

    /** Takes a seat, or the one that is his. Who comes at the same time is seated together. */
    Future<Seat> join(Command.Newcomer newcomer) {
        var known = contest.roster().of(newcomer.person());
        if (known.filter(Seat::isActive).isPresent()) {
            return Future.succeededFuture(known.get());
        }
        var waiting = atTheDoor.get(newcomer.person());
        if (waiting == null) {
            waiting = Promise.promise();
            atTheDoor.put(newcomer.person(), waiting);
            newcomers.add(newcomer);
            if (newcomers.size() == 1) {
                needs.vertx().setTimer(5, timer -> seat());
            }
        }
        return waiting.future().map(now -> Admission.join(now, newcomer.person()));
    }

    private void seat() {
        var together = List.copyOf(newcomers);
        newcomers.clear();
        var seated = give(new Command.Join(together));
        together.forEach(each -> {
            var waiting = atTheDoor.get(each.person());
            seated.onComplete(done -> atTheDoor.remove(each.person(), waiting)).onComplete(waiting);
        });
    }

    /**
     * Takes an answer.
     *
     * @param stamp when its frame was decoded
     * @return what is stored, once it is durable; fails with {@link Refusal.Kind#TOO_MANY} when it must be sent again
     */
    Future<Answer> answer(Line screen, Message.Choose message, Instant stamp) {
        var person = screen.person().orElseThrow(() -> Refusal.forbidden("contest.refusal.noSeat"));
        try {
            var reaction = new Reaction(broadcast.sentAfter(screen), message.claim(), screen.trip());
            var answer = Admission.answer(contest, person, message.question(), message.choice(), stamp, reaction);
            return batch.offer(answer)
                    .orElseGet(() -> Future.failedFuture(Refusal.tooMany("contest.refusal.busy")))
                    .onSuccess(this::answered);
        } catch (Refusal refusal) {
            return earlier(person, message).recover(none -> Future.failedFuture(refusal));
        }
    }

    /** What is resent may have been stored long ago: then it is acknowledged, whatever the phase. */
    private Future<Answer> earlier(PersonId person, Message.Choose message) {
        return needs.store().answersOf(contest.id(), person).compose(stored -> stored.stream()
                .filter(answer -> idOf(answer).equals(message.question()))
                .findFirst()
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture("never stored")));
    }

    private String idOf(Answer answer) {
        return contest.setup().questions().get(answer.question()).id();
    }

    private void answered(Answer stored) {
        if (stored.question() != contest.progress().question()
                || !contest.phase().hidesKey()) {
            return;
        }
        presence.answered(stored.person(), stored.choice());
        broadcast.count(contest);
        lockWhenAllHaveAnswered();
    }

    private void lockWhenAllHaveAnswered() {
        var running =
                contest.phase() == Phase.ANSWERING && contest.progress().hold().isEmpty();
        if (running && presence.allAnswered(needs.clock().instant())) {
            give(new Command.AllAnswered(contest.progress().question())).onFailure(this::expected);
        }
    }

    /** Carries a command out, after those before it. */
    Future<Contest> give(Command command) {
        line = line.transform(before -> apply(command));
        return line;
    }

    private Future<Contest> apply(Command command) {
        if (ended) {
            return Future.failedFuture(Refusal.conflict("contest.refusal.moved"));
        }
        Step step;
        try {
            step = command.applyTo(contest, needs.clock().instant());
        } catch (Refusal refusal) {
            return Future.failedFuture(refusal);
        }
        if (step.events().isEmpty()) {
            return Future.succeededFuture(contest);
        }
        return needs.store()
                .append(step.events())
                .onFailure(problem -> end("its log cannot be written", problem))
                .compose(mine -> mine ? Future.succeededFuture(become(step)) : deposed());
    }

    private Future<Contest> deposed() {
        end("another owner has taken it over", null);
        return Future.failedFuture(Refusal.conflict("contest.refusal.moved"));
    }

    private Contest become(Step step) {
        var before = contest;
        contest = step.next();
        lastUse = needs.clock().instant();
        var asked = contest.phase() == Phase.ANSWERING && before.phase() != Phase.ANSWERING;
        if (asked || contest.progress().question() != before.progress().question()) {
            presence.ask();
        }
        broadcast.tell(contest, step.events(), asked);
        if (contest.phase() != before.phase()) {
            needs.store().follow(contest).onFailure(this::unexpected);
        }
        snapshot();
        follow();
        if (contest.phase() == Phase.PODIUM && before.phase() != Phase.PODIUM) {
            markAgain();
        }
        return contest;
    }

    /** Not at every fiftieth of thousands of arrivals: what is written grows with the seats. */
    private void snapshot() {
        var due = Math.max(SNAPSHOT_EVERY, contest.roster().seats().size() / 4);
        if (contest.seq() - snapshotAt >= due || contest.phase().isOver()) {
            snapshotAt = contest.seq();
            needs.store().snapshot(contest).onFailure(this::unexpected);
        }
    }

    /** What has to come of the state by itself: a timer, the marking, the end. */
    private void follow() {
        needs.vertx().cancelTimer(timer);
        var held = contest.progress().hold().isPresent();
        Run.due(contest).filter(due -> !held).ifPresent(due -> {
            var millis = Duration.between(needs.clock().instant(), due).toMillis();
            timer = needs.vertx().setTimer(Math.max(1, millis + 1), fired -> give(new Command.Tick())
                    .onFailure(this::expected));
        });
        if (contest.phase() == Phase.LOCKED
                && contest.sheet(contest.progress().question()).isEmpty()) {
            score(contest.progress().question());
        }
        if (contest.phase().isOver()) {
            needs.over().accept(contest);
        }
    }

    /** Before the order is final, every question is marked again from what is stored: no acknowledged answer is ignored. */
    private void markAgain() {
        var checked = Future.succeededFuture(contest);
        for (var sheet : contest.sheets()) {
            checked = checked.compose(done -> needs.store().answers(contest.id(), sheet.question()))
                    .compose(stored -> give(new Command.Correct(sheet.question(), stored, LATE)));
        }
        checked.onFailure(this::expected);
    }

    private void score(int question) {
        batch.drained()
                .compose(done -> needs.store().answers(contest.id(), question))
                .compose(stored -> give(new Command.Score(question, stored)))
                .onFailure(this::expected);
    }

    private void housekeeping() {
        if (ended) {
            return;
        }
        var now = needs.clock().instant();
        needs.store()
                .renew(contest.id(), needs.owner(), now)
                .onSuccess(mine -> {
                    if (!mine) {
                        end("another owner has its lease", null);
                    }
                })
                .onFailure(this::unexpected);
        lockWhenAllHaveAnswered();
        recoverWhenEnoughAreBack(now);
        if (presence.isEmpty() && lastUse.plus(IDLE).isBefore(now)) {
            close();
        }
    }

    private void recoverWhenEnoughAreBack(Instant now) {
        var recovering = contest.progress()
                .hold()
                .filter(hold -> hold.kind() == Hold.Kind.RECOVERING)
                .isPresent();
        var expected = contest.roster().active();
        var back = expected > 0 && presence.connected() >= expected * ENOUGH_ARE_BACK;
        if (recovering && (back || !opened.plus(needs.patience()).isAfter(now))) {
            give(new Command.Recover()).onFailure(this::expected);
        }
    }

    /** In good order: the next owner need not wait. */
    Future<Void> close() {
        if (ended) {
            return Future.succeededFuture();
        }
        end("it is closed here", null);
        return needs.store()
                .release(contest.id(), needs.owner(), needs.clock().instant())
                .mapEmpty();
    }

    private void end(String why, Throwable problem) {
        if (!ended) {
            ended = true;
            LOG.info("room of contest {} ends: {}", contest.id(), why, problem);
            needs.vertx().cancelTimer(timer);
            needs.vertx().cancelTimer(keeping);
            presence.lines().forEach(screen -> screen.close(Line.Closing.AGAIN));
            if (keeping >= 0) {
                needs.ended().accept(contest.id());
            }
        }
    }

    /** A command of our own that came too late is no news. */
    private void expected(Throwable problem) {
        if (!(problem instanceof Refusal)) {
            unexpected(problem);
        }
    }

    private void unexpected(Throwable problem) {
        LOG.warn("contest {}", contest.id(), problem);
    }
}
