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
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB look-alike inside this process, so that nothing needs installing. It keeps the portable subset of
 * docs/architecture.md and refuses what lies beyond. On disk, a write is acknowledged when the redo log is fsynced: neither
 * a kill nor a power cut loses it. A reader may see a write a moment before that.
 *
 * <p>Clients connect over the loopback device with the secret in {@link #uri()}; see docs/adr/0002-embedded-server.md.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int CACHE_MEGABYTES = 64;

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

    private static EmbeddedMongo start(Optional<DataFolder> folder, DiskFile.Opener disk, int port) {
        var maps = folder.map(files -> maps(files, disk)).orElseGet(MapStore::inMemory);
        var threads = new DefaultThreadFactory("embedded-mongo", true);
        var group = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
        try {
            var log = folder.map(files -> Recovery.run(maps, files, disk));
            return new EmbeddedMongo(folder, group, maps, log, port);
        } catch (RuntimeException e) {
            maps.close();
            group.shutdownGracefully().syncUninterruptibly();
            throw e;
        }
    }

    private static MapStore maps(DataFolder folder, DiskFile.Opener disk) {
        try {
            return MapStore.open(folder, disk, CACHE_MEGABYTES);
        } catch (IOException | MVStoreException e) {
            throw new UncheckedIOException("cannot open the store: " + e.getMessage(), new IOException(e));
        }
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
        return open(dataFolder, port, DiskFile::onDisk);
    }

    static EmbeddedMongo open(Path dataFolder, int port, DiskFile.Opener disk) {
        var folder = DataFolder.open(dataFolder);
        try {
            return start(Optional.of(folder), disk, port);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Keeps nothing; for tests. */
    public static EmbeddedMongo inMemory() {
        return start(Optional.empty(), DiskFile::onDisk, 0);
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
    void checkpoint() {
        if (folder.isEmpty()) {
            return;
        }
        try {
            CompletableFuture.completedFuture(null)
                    .thenComposeAsync(nothing -> commit.checkpoint(), loop)
                    .join();
        } catch (CompletionException e) {
            LOG.debug("no checkpoint: reported when it happened, and made good at the next start", e);
        }
    }
}
