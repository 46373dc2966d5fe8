package io.zhiyong.contest;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Future;
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
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One contest in one process, with a host and some players; the process can be killed and another take over. */
final class Evening {
    private final ContestStore store;
    private Vertx vertx = Vertx.vertx();
    private Duration later = Duration.ZERO;
    private RoomsModule rooms;
    final ContestId id;
    final FakeLine host = FakeLine.host();
    final Map<Integer, FakeLine> players = new HashMap<>();

    Evening(ContestStore store, ContestId id, Setup setup) {
        this.store = store;
        this.id = id;
        this.rooms = rooms();
        var draft = Contest.draft(id, Plays.HOST, setup, Instant.now());
        await(store.create(draft, Instant.now()));
        var opened = new Command.OpenLobby(Plays.HOST, "246810").applyTo(draft.next(), Instant.now());
        await(store.append(opened.events()));
        await(store.follow(opened.next()));
        enter(host);
    }

    private RoomsModule rooms() {
        // Another process finds the dead one's lease run out without waiting for it.
        var clock = Clock.offset(Clock.systemUTC(), later);
        return new RoomsModule(vertx, store, clock, Duration.ofMillis(300), over -> {});
    }

    /** Nothing is closed in good order: timers, rooms and connections are gone from one moment to the next. */
    void kill() {
        await(vertx.close());
        vertx = Vertx.vertx();
        later = later.plusSeconds(4);
        rooms = rooms();
    }

    void close() {
        await(vertx.close());
    }

    Contest contest() {
        return await(rooms.in(id, room -> Future.succeededFuture(room.contest())));
    }

    void enter(Line line) {
        await(rooms.in(id, room -> {
            room.enter(line);
            return Future.succeededFuture();
        }));
    }

    void leave(Line line) {
        await(rooms.in(id, room -> {
            room.leave(line);
            return Future.succeededFuture();
        }));
    }

    void join(int... numbers) {
        var seats = new ArrayList<Future<Seat>>();
        for (var number : numbers) {
            seats.add(rooms.in(id, room -> room.join(newcomer(Plays.player(number)))));
        }
        await(Future.all(seats));
        for (var number : numbers) {
            var line = FakeLine.player(Plays.player(number));
            players.put(number, line);
            enter(line);
        }
    }

    void joinUpTo(int count) {
        join(IntStream.rangeClosed(1, count).toArray());
    }

    private static Command.Newcomer newcomer(PersonId person) {
        return new Command.Newcomer(person, "name of " + person, "unit");
    }

    Contest give(Command command) {
        return await(rooms.in(id, room -> room.give(command)));
    }

    Contest advance() {
        return give(new Command.Advance(Plays.HOST, contest().progress().step()));
    }

    /** Advances until the phase is there, waiting for what comes by itself. */
    void until(Phase phase) {
        while (contest().phase() != phase) {
            var contest = contest();
            var marking = contest.phase() == Phase.LOCKED
                    && contest.sheet(contest.progress().question()).isEmpty();
            if (marking) {
                waitFor(() -> contest().sheet(contest.progress().question()).isPresent());
            } else {
                advanceUnlessMoved();
            }
        }
    }

    /** It may lock by itself between our looking and our pressing the key: that is what the step in the command is for. */
    private void advanceUnlessMoved() {
        try {
            advance();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    Future<Answer> send(int player, String question, String... choice) {
        var message = new Message.Choose("1", question, List.of(choice), -1);
        var stamp = Instant.now().plus(later);
        return rooms.in(id, room -> room.answer(players.get(player), message, stamp));
    }

    Answer answer(int player, String question, String... choice) {
        return await(send(player, question, choice));
    }

    static void waitFor(BooleanSupplier condition) {
        var until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("did not come about within 10 s");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
