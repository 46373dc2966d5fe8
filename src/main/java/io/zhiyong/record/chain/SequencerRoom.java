package io.zhiyong.record.chain;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts stored statements in one order and into the tree, on the one node that holds the lease. Everything happens on one Vert.x
 * context, one round at a time; a round is asked for by every local append and by a clock.
 *
 * <p>A round writes a link, then the tiles, then the numbers on the statements, and the next link only after all of that. So
 * whoever takes over has at most the last link to finish, and finishing it twice changes nothing.
 */
public final class SequencerRoom {
    private static final Logger LOG = LoggerFactory.getLogger(SequencerRoom.class);
    static final Duration LEASE = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 500;
    private static final int MOST_PER_LINK = 1000;
    private static final long HEAD_EVERY = 1000;
    private static final Duration HEAD_AT_LEAST = Duration.ofMinutes(10);

    /** Where statements wait for their number. */
    public interface Source {
        /** The oldest that have none, in the order of storing. */
        Future<List<Waiting>> waiting(int limit);

        /** Writes the numbers, counted from {@code first}. Called again for the same when a node took over. */
        Future<Void> number(long first, List<String> ids);
    }

    /** A statement without a number, and the hash of its text. */
    public record Waiting(String id, byte[] leaf) {}

    private final Context context;
    private final Clock clock;
    private final ChainStore chain;
    private final HeadStore heads;
    private final LeaseStore lease;
    private final Source source;
    private final LongConsumer progress;

    private Optional<Frontier> frontier = Optional.empty();
    private Optional<HeadKey> key = Optional.empty();
    private Instant leaseKnownUntil = Instant.EPOCH;
    private long epoch;
    private long signedSize;
    private Instant signedAt = Instant.EPOCH;
    private Optional<Future<Void>> round = Optional.empty();
    private boolean again;
    private boolean stopped;
    private long timer = -1;

    /**
     * What a sequencer works with.
     *
     * @param node unlike any other running node's
     */
    public record Needs(Vertx vertx, Clock clock, io.zhiyong.store.Store store, HeadStore heads, String node) {}

    /**
     * A sequencer that is yet to be started.
     *
     * @param progress is told the size of the tree whenever it has grown, on this context
     */
    public SequencerRoom(Needs needs, ChainStore chain, Source source, LongConsumer progress) {
        this.context = needs.vertx().getOrCreateContext();
        this.clock = needs.clock();
        this.chain = chain;
        this.heads = needs.heads();
        this.lease = new LeaseStore(needs.store(), "sequencer", needs.node(), LEASE);
        this.source = source;
        this.progress = progress;
    }

    public void start() {
        timer = context.owner().setPeriodic(TICK_MILLIS, tick -> nudge());
        nudge();
    }

    /** Finishes the round under way, signs the tree, and leaves the lease to others. */
    public Future<Void> stop() {
        var done = Promise.<Void>promise();
        context.runOnContext(go -> {
            stopped = true;
            context.owner().cancelTimer(timer);
            round.orElse(Future.succeededFuture())
                    .compose(over -> frontier.isPresent() ? sign(true) : Future.succeededFuture())
                    .compose(over -> frontier.isPresent() ? lease.release() : Future.succeededFuture())
                    .onComplete(done);
        });
        return done.future();
    }

    /** Something was stored: look now rather than at the next tick. */
    public void nudge() {
        context.runOnContext(go -> {
            if (stopped) {
                return;
            }
            if (round.isPresent()) {
                again = true;
                return;
            }
            again = false;
            // Set before the round begins: it may be over before it returns.
            var over = Promise.<Void>promise();
            round = Optional.of(over.future());
            round().onComplete(result -> {
                round = Optional.empty();
                over.complete();
                ended(result);
            });
        });
    }

    private void ended(AsyncResult<Void> result) {
        if (result.failed()) {
            yieldOffice();
            LOG.warn("the sequencer's round failed; it will be tried again", result.cause());
        } else if (again) {
            nudge();
        }
    }

    private Future<Void> round() {
        return holding().compose(held -> held ? restored().compose(ready -> links()) : Future.succeededFuture());
    }

    private Future<Boolean> holding() {
        var now = clock.instant();
        if (now.isBefore(leaseKnownUntil)) {
            return Future.succeededFuture(true);
        }
        return lease.hold(now).map(held -> {
            if (held.isEmpty() || held.get() != epoch) {
                yieldOffice();
            }
            held.ifPresent(number -> {
                epoch = number;
                leaseKnownUntil = now.plus(LEASE.dividedBy(2));
            });
            return held.isPresent();
        });
    }

    /** Forgets what it knew: the next round reads it anew. */
    private void yieldOffice() {
        frontier = Optional.empty();
        leaseKnownUntil = Instant.EPOCH;
    }

    /** Takes up the tree where it stands, finishing the last link. */
    private Future<Void> restored() {
        if (frontier.isPresent()) {
            return Future.succeededFuture();
        }
        return heads.key()
                .compose(found -> {
                    key = Optional.of(found);
                    return heads.last();
                })
                .compose(head -> {
                    signedSize = head.map(TreeHead::size).orElse(0L);
                    signedAt = head.map(TreeHead::at).orElse(Instant.EPOCH);
                    return chain.last();
                })
                .compose(last -> last.isPresent() ? finish(last.get()) : Future.succeededFuture(Frontier.empty()))
                .map(edge -> {
                    frontier = Optional.of(edge);
                    progress.accept(edge.size());
                    return null;
                });
    }

    private Future<Frontier> finish(Link last) {
        var before = last.first() - 1;
        return chain.tiles(Frontier.edgeOf(before))
                .map(tiles -> {
                    var edge = Frontier.at(before, tiles);
                    for (var i = 0; i < last.ids().size(); i++) {
                        edge.append(last.leaf(i));
                    }
                    return edge;
                })
                .compose(edge -> chain.keep(edge.takeTouched())
                        .compose(kept -> source.number(last.first(), last.ids()))
                        .map(edge));
    }

    private Future<Void> links() {
        return source.waiting(MOST_PER_LINK).compose(waiting -> waiting.isEmpty() ? sign(false) : link(waiting));
    }

    private Future<Void> link(List<Waiting> waiting) {
        var edge = frontier.orElseThrow();
        var first = edge.size() + 1;
        var ids = new ArrayList<String>(waiting.size());
        var leaves = new ByteArrayOutputStream(waiting.size() * 32);
        for (var statement : waiting) {
            ids.add(statement.id());
            leaves.writeBytes(statement.leaf());
            edge.append(statement.leaf());
        }
        var link = new Link(first, ids, leaves.toByteArray(), edge.root(), epoch);
        return chain.append(link)
                .compose(appended -> appended ? Future.succeededFuture() : Future.failedFuture(new Overtaken(first)))
                .compose(appended -> chain.keep(edge.takeTouched()))
                .compose(kept -> source.number(first, ids))
                .compose(numbered -> {
                    progress.accept(link.last());
                    again = again || waiting.size() == MOST_PER_LINK;
                    return sign(false);
                });
    }

    private Future<Void> sign(boolean now) {
        var edge = frontier.orElseThrow();
        var grown = edge.size() - signedSize;
        var due = now || grown >= HEAD_EVERY || signedAt.plus(HEAD_AT_LEAST).isBefore(clock.instant());
        if (grown == 0 || !due) {
            return Future.succeededFuture();
        }
        var at = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return heads.sign(key.orElseThrow(), edge.size(), edge.root(), at).onSuccess(done -> {
            signedSize = edge.size();
            signedAt = at;
        });
    }

    /** Another node has appended where this one was about to: its lease was lost without its knowing. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(long number) {
            super("another node has given number " + number + " already", null, false, false);
        }
    }
}
