package io.zhiyong.store;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Copies the store's file while it is in use. The file's pages are never changed, only added and, long after, reused; so with
 * reuse put off, its length and its header as of a checkpoint bound a consistent copy.
 */
final class OnlineCopy {
    /** Two blocks at the front name the newest chunk, and are the only bytes that are overwritten. */
    private static final int HEADER = 2 * 4096;

    private final EventLoop loop;
    private final MapStore maps;
    private final GroupCommit commit;
    private final Path source;

    OnlineCopy(EventLoop loop, MapStore maps, GroupCommit commit, Path source) {
        this.loop = loop;
        this.maps = maps;
        this.commit = commit;
        this.source = source;
    }

    private record Snapshot(ByteBuffer header, long size) {}

    void into(Path target) throws IOException {
        onLoop(() -> keepOldPages(true));
        try (var in = FileChannel.open(source, StandardOpenOption.READ);
                var out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            var snapshot = onLoop(() -> commit.checkpoint().thenApply(done -> snapshot(in)));
            for (long at = HEADER; at < snapshot.size(); ) {
                at += in.transferTo(at, snapshot.size() - at, out.position(at));
            }
            out.write(snapshot.header(), 0);
            out.force(true);
        } finally {
            onLoop(() -> keepOldPages(false));
        }
    }

    private CompletableFuture<Void> keepOldPages(boolean keep) {
        maps.keepOldPages(keep);
        return CompletableFuture.completedFuture(null);
    }

    /** On the loop, where commits are made: between two of them. */
    private static Snapshot snapshot(FileChannel file) {
        try {
            var header = ByteBuffer.allocate(HEADER);
            file.read(header, 0);
            return new Snapshot(header.flip(), file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T onLoop(Supplier<CompletableFuture<T>> step) throws IOException {
        try {
            return CompletableFuture.completedFuture(null)
                    .thenComposeAsync(nothing -> step.get(), loop)
                    .join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }
}
