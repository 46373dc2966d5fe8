package io.zhiyong.store;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB look-alike inside this process, so that nothing needs installing. It keeps the portable subset of
 * docs/architecture.md and refuses what lies beyond. On disk, a write is acknowledged when the redo log is fsynced: neither
 * a kill nor a power cut loses it. A reader may see a write a moment before that.
 *
 * <p>Clients connect over the loopback device with the secret in {@link #uri()}; see docs/adr/0002-embedded-server.md.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 8 << 10;

    private final Optional<DataFolder> folder;
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final MapStore maps;
    private final Optional<RedoLog> log;
    private final GroupCommit commit;
    private final EmbeddedBackend backend;
    private final SignIn signIn = new SignIn();
    private final WireServer server;
    private final Future<?> ticking;
    private boolean closed;

    private EmbeddedMongo(
            Optional<DataFolder> folder, EventLoopGroup group, MapStore maps, Optional<RedoLog> log, int port) {
        this.folder = folder;
        this.group = group;
        this.loop = group.next();
        this.maps = maps;
        this.log = log;
        this.commit = new GroupCommit(loop, maps, log);
        this.backend = new EmbeddedBackend(maps);
        this.server = new WireServer(loop, port, new CommandHandler(backend, commit, signIn));
        this.ticking = loop.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private static EmbeddedMongo start(Optional<DataFolder> folder, LogFile.Opener logFiles, int port) {
        var threads = new DefaultThreadFactory("embedded-mongo", true);
        var group = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
        var maps = new MapStore(store(folder), folder.isPresent());
        try {
            var log = folder.map(files -> Recovery.run(maps, files, logFiles));
            return new EmbeddedMongo(folder, group, maps, log, port);
        } catch (RuntimeException e) {
            maps.close();
            group.shutdownGracefully().syncUninterruptibly();
            throw e;
        }
    }

    private static MVStore store(Optional<DataFolder> folder) {
        // Nothing is written but by a commit of ours: a change half made must never reach the file.
        var builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES);
        folder.ifPresent(files -> builder.fileName(files.storeFile().toString()).cacheSize(CACHE_MEGABYTES));
        return builder.open();
    }

    /**
     * Opens the store in a folder, makes what its redo log holds, and listens on any free port of the loopback device.
     *
     * @throws IllegalStateException when another process uses the folder
     * @throws UncheckedIOException when the files cannot be read or written, or are damaged
     */
    public static EmbeddedMongo open(Path dataFolder) {
        return open(dataFolder, 0);
    }

    /** The same on a fixed port. */
    public static EmbeddedMongo open(Path dataFolder, int port) {
        return open(dataFolder, port, LogFile::onDisk);
    }

    static EmbeddedMongo open(Path dataFolder, int port, LogFile.Opener logFiles) {
        var folder = DataFolder.open(dataFolder);
        try {
            return start(Optional.of(folder), logFiles, port);
        } catch (MVStoreException e) {
            folder.close();
            throw new UncheckedIOException(
                    "cannot open the store in " + dataFolder.toAbsolutePath(), new IOException(e.getMessage(), e));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Keeps nothing; for tests. */
    public static EmbeddedMongo inMemory() {
        return start(Optional.empty(), LogFile::onDisk, 0);
    }

    /** The connection string, with the secret of this run: not for logs. */
    public String uri() {
        return signIn.uri(server.port());
    }

    /** Documents looked at since the start, by reads and writes alike: tests see by it whether an index served a query. */
    public long examined() {
        return backend.examined();
    }

    private void tick() {
        commit.tick();
        backend.expireCursors();
    }

    /**
     * Copies the store as it is now into another folder, which {@link #open} can open; reads and writes go on meanwhile.
     *
     * @throws IllegalArgumentException when the folder already holds a store
     * @throws IllegalStateException for a store in memory
     * @throws UncheckedIOException when the copy cannot be written
     */
    public void backup(Path targetFolder) {
        var files = folder.orElseThrow(() -> new IllegalStateException("a store in memory has no files to copy"));
        try {
            new OnlineCopy(loop, maps, commit, files.storeFile()).into(DataFolder.copyIn(targetFolder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the store into " + targetFolder.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Ends all connections and closes the files; what was acknowledged is in them. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        ticking.cancel(false);
        try {
            checkpoint();
        } finally {
            commit.close();
            CompletableFuture.runAsync(maps::close, loop).join();
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
            log.ifPresent(RedoLog::close);
            folder.ifPresent(DataFolder::close);
        }
    }

    /** So that the next start has nothing to redo. After a failure the log keeps what the store's file lacks. */
    private void checkpoint() {
        if (folder.isEmpty()) {
            return;
        }
        try {
            CompletableFuture.completedFuture(null)
                    .thenComposeAsync(nothing -> commit.checkpoint(), loop)
                    .join();
        } catch (CompletionException e) {
            // Reported when it happened; recovery at the next start will make up for it.
        }
    }
}
