package io.zhiyong.store;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back the replies to writes until what they promise is on the disk. While one block is being written, the next one
 * gathers; so the slower the disk, the more writes share one fsync. Also decides when to make a checkpoint.
 *
 * <p>After any failure nothing is acknowledged any more, read or write: what is in memory may not be on the disk. The files
 * still hold everything that was acknowledged, and opening them again recovers it.
 *
 * <p>All methods run on the event loop, which executes the commands too; only fsync runs elsewhere.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long CHECKPOINT_BYTES = 16 << 20;
    /** About 2,000 documents: committing them holds up other commands for some 30 ms. */
    private static final long MOST_UNSAVED = 12 << 20;

    private static final int QUIET_SECONDS = 5;

    private final EventLoop loop;
    private final MapStore maps;
    private final Optional<RedoLog> log;
    private final ExecutorService logWriter = thread("embedded-mongo-log");
    private final ExecutorService storeSyncer = thread("embedded-mongo-checkpoint");
    private List<Consumer<Optional<Throwable>>> waiting = new ArrayList<>();
    private boolean flushScheduled;
    private boolean writing;
    private Optional<CompletableFuture<Void>> checkpoint = Optional.empty();
    private boolean committed;
    private long epoch;
    private int quietSeconds;
    private Optional<Throwable> failure = Optional.empty();

    /** @param log empty for a store in memory, where every write is as durable as it will be */
    GroupCommit(EventLoop loop, MapStore maps, Optional<RedoLog> log) {
        this.loop = loop;
        this.maps = maps;
        this.log = log;
        this.epoch = maps.epoch();
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(new DefaultThreadFactory(name, true));
    }

    /** Why nothing is acknowledged any more. */
    Optional<Throwable> failure() {
        return failure;
    }

    /** Calls back when all changes so far are durable, or with the reason why they may not be. */
    void whenDurable(Consumer<Optional<Throwable>> reply) {
        if (log.isEmpty() || failure.isPresent()) {
            reply.accept(failure);
            return;
        }
        waiting.add(reply);
        if (!flushScheduled && !writing) {
            // At the end of this round of the loop: commands that arrived together share a block.
            flushScheduled = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        if (writing || waiting.isEmpty() || failure.isPresent()) {
            return;
        }
        var batch = waiting;
        waiting = new ArrayList<>();
        var changes = maps.takeChanges();
        if (changes.isEmpty()) {
            answer(batch, Optional.empty());
            return;
        }
        writing = true;
        quietSeconds = 0;
        run(logWriter, () -> log.orElseThrow().append(changes.get()), problem -> written(batch, problem));
    }

    private void written(List<Consumer<Optional<Throwable>>> batch, Optional<Throwable> problem) {
        writing = false;
        problem.ifPresent(this::fail);
        answer(batch, failure);
        if (failure.isEmpty()) {
            commitIfWanted();
            if (log.orElseThrow().size() > CHECKPOINT_BYTES || maps.unsaved() > MOST_UNSAVED) {
                wantCheckpoint();
            }
            flush();
        }
    }

    private static void answer(List<Consumer<Optional<Throwable>>> batch, Optional<Throwable> failure) {
        batch.forEach(reply -> reply.accept(failure));
    }

    /** A step that may fail. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** Runs a step on another thread and comes back to the loop with its problem, if any. */
    private void run(ExecutorService thread, Step step, Consumer<Optional<Throwable>> then) {
        thread.execute(() -> {
            Optional<Throwable> problem = Optional.empty();
            try {
                step.run();
            } catch (IOException | RuntimeException | Error e) {
                problem = Optional.of(e);
            }
            var result = problem;
            loop.execute(() -> then.accept(result));
        });
    }

    /** From here on nothing is acknowledged: the memory may hold what the files do not, or half of a change. */
    void fail(Throwable problem) {
        if (failure.isPresent()) {
            return;
        }
        failure = Optional.of(problem);
        LOG.error(
                "the embedded store stops: nothing more is acknowledged; free space or mend the disk, then restart",
                problem);
        var refused = waiting;
        waiting = new ArrayList<>();
        answer(refused, failure);
        checkpoint.ifPresent(future -> future.completeExceptionally(problem));
    }

    /** Called every second: a checkpoint when it is quiet, so that the next start has little to redo. */
    void tick() {
        if (log.isPresent() && log.get().size() > 0 && ++quietSeconds > QUIET_SECONDS) {
            quietSeconds = 0;
            wantCheckpoint();
        }
    }

    /**
     * Writes everything to the store's file and starts the log over. Completes on the loop when that is on the disk; commands
     * go on meanwhile. At most one at a time. It may hold changes whose block is still to be written: that block then opens
     * the new epoch, and making its changes twice changes nothing.
     */
    CompletableFuture<Void> checkpoint() {
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        wantCheckpoint();
        return checkpoint.get();
    }

    private void wantCheckpoint() {
        if (checkpoint.isEmpty()) {
            checkpoint = Optional.of(new CompletableFuture<>());
            committed = false;
            commitIfWanted();
        }
    }

    /** Not while a block is being written: it must be wholly of one epoch. */
    private void commitIfWanted() {
        if (checkpoint.isPresent() && !committed && !writing) {
            committed = true;
            commit(checkpoint.get());
        }
    }

    private void commit(CompletableFuture<Void> done) {
        try {
            maps.commit(++epoch);
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        }
        log.ifPresent(file -> file.begin(epoch));
        run(storeSyncer, maps::sync, problem -> {
            problem.ifPresent(this::fail);
            checkpoint = Optional.empty();
            done.complete(null);
        });
    }

    /** Waits for writes under way. Call off the loop, when no more commands come. */
    @Override
    public void close() {
        logWriter.shutdown();
        storeSyncer.shutdown();
        try {
            if (!logWriter.awaitTermination(30, TimeUnit.SECONDS)
                    || !storeSyncer.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.error("the disk does not answer; the store is closed without waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
