package io.zhiyong.record;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the chain to its readers, in order, each at its own pace and at least once. It works on the node whose sequencer holds
 * the lease: there it is told of every growth. Everything happens on one Vert.x context.
 */
final class FeedRoom {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRoom.class);
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_MILLIS = 25;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Context context;
    private final StatementStore statements;
    private final CheckpointStore checkpoints;
    private final Home home;
    private final Map<String, Reading> readers = new LinkedHashMap<>();
    private List<Promise<Void>> watching = new ArrayList<>();
    private long grownTo;

    /** One reader and how it is doing. */
    private static final class Reading {
        private final String name;
        private final RecordModule.Reader reader;
        private Optional<Long> passed = Optional.empty();
        private boolean busy;
        private long pause = FIRST_PAUSE_MILLIS;

        Reading(String name, RecordModule.Reader reader) {
            this.name = name;
            this.reader = reader;
        }
    }

    FeedRoom(Vertx vertx, StatementStore statements, CheckpointStore checkpoints, Home home) {
        this.context = vertx.getOrCreateContext();
        this.statements = statements;
        this.checkpoints = checkpoints;
        this.home = home;
    }

    /** From any thread; a name may be registered once. */
    synchronized void register(String name, RecordModule.Reader reader) {
        var reading = new Reading(name, reader);
        if (readers.putIfAbsent(name, reading) != null) {
            throw new IllegalStateException("a reader of this name is there already: " + name);
        }
        context.runOnContext(go -> pump(reading));
    }

    /** The chain has this many statements now. */
    void grown(long size) {
        context.runOnContext(go -> {
            grownTo = Math.max(grownTo, size);
            all().forEach(this::pump);
            signal();
        });
    }

    private synchronized List<Reading> all() {
        return List.copyOf(readers.values());
    }

    private void pump(Reading reading) {
        if (reading.busy
                || grownTo == 0
                || reading.passed.filter(number -> number >= grownTo).isPresent()) {
            return;
        }
        reading.busy = true;
        step(reading).onComplete(over -> {
            reading.busy = false;
            if (over.succeeded()) {
                reading.pause = FIRST_PAUSE_MILLIS;
                signal();
                if (over.result()) {
                    pump(reading);
                }
            } else {
                LOG.warn(
                        "reader {} of the feed failed; it is asked again in {} ms",
                        reading.name,
                        reading.pause,
                        over.cause());
                reading.passed = Optional.empty();
                context.owner().setTimer(reading.pause, later -> context.runOnContext(go -> pump(reading)));
                reading.pause = Math.min(LONGEST_PAUSE_MILLIS, reading.pause * 2);
            }
        });
    }

    /** True when there was something, and there may be more. */
    private Future<Boolean> step(Reading reading) {
        return passed(reading)
                .compose(after -> statements.numbered(after, AT_ONCE))
                .compose(kept -> kept.isEmpty() ? Future.succeededFuture(false) : hand(reading, kept));
    }

    private Future<Long> passed(Reading reading) {
        return reading.passed.map(Future::succeededFuture).orElseGet(() -> checkpoints
                .of(reading.name)
                .onSuccess(number -> reading.passed = Optional.of(number)));
    }

    private Future<Boolean> hand(Reading reading, List<Kept> kept) {
        var last = kept.get(kept.size() - 1).number().orElseThrow();
        var statementsInOrder = kept.stream()
                .map(one -> new SequencedStatement(
                        one.number().orElseThrow(), new Statement(home, one.text(), one.voided())))
                .toList();
        return reading.reader
                .take(statementsInOrder)
                .compose(taken -> checkpoints.passed(reading.name, last))
                .onSuccess(passed -> reading.passed = Optional.of(last))
                .map(true);
    }

    /** Lets a reader forget everything, and read from the first statement on. */
    Future<Void> rebuild(String name) {
        var done = Promise.<Void>promise();
        context.runOnContext(go -> {
            var found = all().stream().filter(one -> one.name.equals(name)).findFirst();
            if (found.isEmpty()) {
                done.fail(new IllegalArgumentException("no reader " + name));
                return;
            }
            var reading = found.get();
            if (reading.busy) {
                context.owner()
                        .setTimer(LOOK_AGAIN_MILLIS, later -> rebuild(name).onComplete(done));
                return;
            }
            reading.busy = true;
            reading.reader
                    .forget()
                    .compose(forgotten -> checkpoints.backToNothing(name))
                    .onComplete(over -> {
                        reading.busy = false;
                        reading.passed = Optional.empty();
                        pump(reading);
                    })
                    .compose(reset -> until(name, grownTo))
                    .onComplete(done);
        });
        return done.future();
    }

    private Future<Void> until(String name, long number) {
        return checkpoints
                .of(name)
                .compose(passed ->
                        passed >= number ? Future.succeededFuture() : next().compose(go -> until(name, number)));
    }

    /** True once every reader has passed the statement; false when that took longer than two seconds. */
    Future<Boolean> settled(StatementId id) {
        var done = Promise.<Boolean>promise();
        context.runOnContext(go -> {
            var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            look(id, Optional.empty(), deadline).onComplete(done);
        });
        return done.future();
    }

    private Future<Boolean> look(StatementId id, Optional<Long> number, long deadline) {
        return number(id, number).compose(found -> {
            if (found.isPresent() && found.get() == 0) {
                return Future.succeededFuture(false);
            }
            return found.map(this::allPassed)
                    .orElseGet(() -> Future.succeededFuture(false))
                    .compose(passed -> {
                        if (passed || System.nanoTime() > deadline) {
                            return Future.succeededFuture(passed);
                        }
                        return next().compose(go -> look(id, found, deadline));
                    });
        });
    }

    /** Nought when there is no such statement. */
    private Future<Optional<Long>> number(StatementId id, Optional<Long> known) {
        return known.isPresent()
                ? Future.succeededFuture(known)
                : statements
                        .byId(id)
                        .map(found ->
                                found.isEmpty() ? Optional.of(0L) : found.get().number());
    }

    private Future<Boolean> allPassed(long number) {
        var names = all();
        if (names.stream()
                .allMatch(one -> one.passed.filter(passed -> passed >= number).isPresent())) {
            return Future.succeededFuture(true);
        }
        // Another node may do the reading: what is stored counts.
        return checkpoints.all().map(stored -> names.stream()
                .allMatch(one -> stored.getOrDefault(one.name, 0L) >= number));
    }

    /** The next time something moved here, or a moment later. */
    private Future<Void> next() {
        var moved = Promise.<Void>promise();
        watching.add(moved);
        context.owner().setTimer(LOOK_AGAIN_MILLIS, later -> moved.tryComplete());
        return moved.future();
    }

    private void signal() {
        var waiting = watching;
        watching = new ArrayList<>();
        waiting.forEach(Promise::tryComplete);
    }
}
