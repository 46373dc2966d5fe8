package io.zhiyong.store;

import io.zhiyong.store.CheckpointJournal.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;

/**
 * The file under the store's maps. What the maps write is kept aside in memory; {@link #seal} and {@link #settle} bring it to
 * the disk as one change. Reads see what was kept aside. All but {@code settle} runs on one thread.
 */
final class StorePages extends RandomAccessStore {
    private final DiskFile file;
    private final CheckpointJournal journal;
    private List<Change> aside = new ArrayList<>();
    private volatile List<Change> sealed = List.of();

    /** @param cacheMegabytes how much of the file may be kept in memory, decoded */
    StorePages(DiskFile file, CheckpointJournal journal, int cacheMegabytes, int pageBytes) throws IOException {
        super(Map.of("cacheSize", cacheMegabytes, "pageSplitSize", pageBytes));
        this.file = file;
        this.journal = journal;
        journal.redo(file);
        setSize(file.size());
    }

    /** From here on {@link #settle} will bring to the disk what was written so far. */
    void seal() {
        sealed = List.copyOf(aside);
        aside = new ArrayList<>();
    }

    /** Returns when what was sealed is on the disk. Any thread. */
    void settle() throws IOException {
        if (!sealed.isEmpty()) {
            journal.apply(sealed, file);
            sealed = List.of();
        }
    }

    @Override
    public ByteBuffer readFully(SFChunk chunk, long position, int length) {
        // In this order: what is sealed may be on its way to the file while it is read.
        var onItsWay = sealed;
        var buffer = ByteBuffer.allocate(length);
        try {
            file.read(buffer, position);
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_READING_FAILED, "cannot read {0} bytes at {1}", length, position, e);
        }
        onItsWay.forEach(change -> overlay(change, buffer, position));
        aside.forEach(change -> overlay(change, buffer, position));
        readCount.incrementAndGet();
        readBytes.addAndGet(length);
        return buffer.position(0).limit(length);
    }

    private static void overlay(Change change, ByteBuffer buffer, long position) {
        var from = Math.max(change.position(), position);
        var to = Math.min(change.position() + change.data().remaining(), position + buffer.capacity());
        if (from < to) {
            var source = change.data().slice((int) (from - change.position()), (int) (to - from));
            buffer.limit(buffer.capacity()).put((int) (from - position), source, 0, source.remaining());
        }
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        var copy = ByteBuffer.allocate(source.remaining()).put(source).flip();
        setSize(Math.max(size(), position + copy.remaining()));
        aside.add(new Change(position, copy));
        writeCount.incrementAndGet();
        writeBytes.addAndGet(copy.remaining());
    }

    @Override
    protected void truncate(long size) {
        setSize(size);
        aside.add(Change.cutAt(size));
    }

    /** Closes the file; what was not settled is forgotten. */
    @Override
    public void close() {
        super.close();
        try (journal) {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void open(String name, boolean readOnly, char[] encryptionKey) {
        throw new UnsupportedOperationException("opened by its constructor");
    }

    @Override
    public StorePages open(String name, boolean readOnly) {
        throw new UnsupportedOperationException("opened by its constructor");
    }

    @Override
    public void backup(ZipOutputStream out) {
        throw new UnsupportedOperationException("see OnlineCopy");
    }
}
