package io.zhiyong.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Makes a checkpoint's many writes one. They go to this file first, and to the store's file only when they are on the disk
 * here; so whatever a power cut tears, either the store's file is untouched or all of them can be made again. (A disk may
 * write the parts of one request in any order; a checksum of the store's own headers would not notice.)
 */
final class CheckpointJournal implements AutoCloseable {
    private static final int MAGIC = 0x5A59434B;
    private static final int HEADER = 4 + 4 + 4;
    private static final int TRUNCATION = -1;

    private final DiskFile file;

    CheckpointJournal(DiskFile file) {
        this.file = file;
    }

    /**
     * Bytes at a place of the store's file.
     *
     * @param data empty for the end of the file: it is cut off at {@code position}
     */
    record Change(long position, ByteBuffer data) {
        static Change cutAt(long position) {
            return new Change(position, ByteBuffer.allocate(0));
        }

        boolean isCut() {
            return !data.hasRemaining();
        }
    }

    /** Returns when all changes are on the disk here and in the store's file. */
    void apply(List<Change> changes, DiskFile store) throws IOException {
        file.write(encode(changes), 0);
        file.force(true);
        make(changes, store);
        // Done with. Should this not reach the disk, they are made again, which changes nothing.
        file.write(ByteBuffer.allocate(HEADER), 0);
    }

    /** Makes the changes of a run that ended in the midst of them. */
    void redo(DiskFile store) throws IOException {
        var changes = decode();
        if (!changes.isEmpty()) {
            make(changes, store);
        }
    }

    private static void make(List<Change> changes, DiskFile store) throws IOException {
        for (var change : changes) {
            if (change.isCut()) {
                store.truncate(change.position());
            } else {
                store.write(change.data().duplicate(), change.position());
            }
        }
        store.force(true);
    }

    private static ByteBuffer encode(List<Change> changes) {
        var length = changes.stream()
                .mapToInt(change -> 12 + change.data().remaining())
                .sum();
        var buffer = ByteBuffer.allocate(HEADER + length)
                .putInt(MAGIC)
                .putInt(length)
                .putInt(0);
        for (var change : changes) {
            buffer.putLong(change.position());
            buffer.putInt(change.isCut() ? TRUNCATION : change.data().remaining());
            buffer.put(change.data().duplicate());
        }
        return buffer.flip().putInt(HEADER - 4, checksum(buffer));
    }

    private static int checksum(ByteBuffer whole) {
        var crc = new CRC32C();
        crc.update(whole.duplicate().position(4).limit(8));
        crc.update(whole.duplicate().position(HEADER));
        return (int) crc.getValue();
    }

    /** None when the last checkpoint came to its end, or did not get as far as the store's file. */
    private List<Change> decode() throws IOException {
        var header = read(HEADER);
        if (header.remaining() < HEADER || header.getInt() != MAGIC) {
            return List.of();
        }
        var length = header.getInt();
        if (length < 0 || HEADER + (long) length > file.size()) {
            return List.of();
        }
        var whole = read(HEADER + length);
        if (whole.getInt(HEADER - 4) != checksum(whole)) {
            return List.of();
        }
        return changesIn(whole.position(HEADER));
    }

    private ByteBuffer read(int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        file.read(buffer, 0);
        return buffer.flip();
    }

    private static List<Change> changesIn(ByteBuffer buffer) {
        var changes = new ArrayList<Change>();
        while (buffer.hasRemaining()) {
            var position = buffer.getLong();
            var length = buffer.getInt();
            if (length == TRUNCATION) {
                changes.add(Change.cutAt(position));
            } else {
                changes.add(new Change(position, buffer.slice(buffer.position(), length)));
                buffer.position(buffer.position() + length);
            }
        }
        return changes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
