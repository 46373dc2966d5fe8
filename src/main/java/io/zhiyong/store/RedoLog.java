package io.zhiyong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * What changed since the last checkpoint, in blocks that are on the disk before anybody is told that the change is made.
 *
 * <p>Each checkpoint begins a new epoch, a number that only grows. Blocks of even epochs go to one file, of odd ones to the
 * other, so the log goes on while the checkpoint's own pages are still on their way to the disk: until they have arrived, the
 * file of the epoch before is whole. A block counts only with the epoch asked for, in sequence from 0, with its checksum; so
 * neither a torn tail nor what an older epoch left behind is ever taken for one.
 */
final class RedoLog implements AutoCloseable {
    static final int HEADER = 4 + 8 + 4 + 4 + 4;
    private static final int MAGIC = 0x5A594C47;
    private static final int GROWTH = 4 << 20;
    private static final int ZEROS = 1 << 16;

    private final List<DiskFile> files;
    private long epoch;
    private int sequence;
    private long position;

    RedoLog(DiskFile.Opener opener, Path even, Path odd) throws IOException {
        this.files = List.of(opener.open(even), opener.open(odd));
    }

    /** A whole block and where it was found. */
    private record Block(int sequence, ByteBuffer data, long end) {}

    /** Blocks from now on belong to {@code epoch} and overwrite those of the epoch before the last. */
    void begin(long epoch) {
        this.epoch = epoch;
        this.sequence = 0;
        this.position = 0;
    }

    /** Bytes logged in this epoch. */
    long size() {
        return position;
    }

    /** Returns when the changes are on the disk. After a failure nothing more may be appended: the tail is unknown. */
    void append(ByteBuffer changes) throws IOException {
        var block = block(epoch, sequence, changes);
        var file = fileOf(epoch);
        reserve(file, position + block.remaining());
        var length = block.remaining();
        file.write(block, position);
        file.force(false);
        position += length;
        sequence++;
    }

    static ByteBuffer block(long epoch, int sequence, ByteBuffer changes) {
        var block = ByteBuffer.allocate(HEADER + changes.remaining());
        block.putInt(MAGIC).putLong(epoch).putInt(sequence).putInt(changes.remaining());
        block.putInt(0).put(changes.duplicate()).flip();
        block.putInt(HEADER - 4, checksum(block));
        return block;
    }

    /** Over the header before the checksum and the data behind it. */
    private static int checksum(ByteBuffer block) {
        var crc = new CRC32C();
        crc.update(block.duplicate().position(4).limit(HEADER - 4));
        crc.update(block.duplicate().position(HEADER));
        return (int) crc.getValue();
    }

    /** Grows by large steps, so that the fsync of a block seldom has to write the file's length as well. */
    private static void reserve(DiskFile file, long end) throws IOException {
        var size = file.size();
        if (end <= size) {
            return;
        }
        for (var target = end + GROWTH; size < target; size += ZEROS) {
            file.write(ByteBuffer.allocate(ZEROS), size);
        }
        file.force(true);
    }

    /**
     * Hands over the blocks of an epoch in order.
     *
     * @throws IOException when a block is damaged although a later one of the same epoch is whole: that is no torn tail, and
     *     going on would lose what was acknowledged
     */
    int replay(long epoch, Consumer<ByteBuffer> changes) throws IOException {
        var file = fileOf(epoch);
        var at = 0L;
        var count = 0;
        for (var block = read(file, epoch, at); isNext(block, count); block = read(file, epoch, at)) {
            changes.accept(block.orElseThrow().data());
            at = block.orElseThrow().end();
            count++;
        }
        refuseIfMoreFollows(file, epoch, at, count);
        return count;
    }

    private static boolean isNext(Optional<Block> block, int sequence) {
        return block.isPresent() && block.get().sequence() == sequence;
    }

    private static Optional<Block> read(DiskFile file, long epoch, long at) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        file.read(header, at);
        header.flip();
        if (header.remaining() < HEADER || header.getInt() != MAGIC || header.getLong() != epoch) {
            return Optional.empty();
        }
        var sequence = header.getInt();
        var length = header.getInt();
        if (length <= 0 || at + HEADER + length > file.size()) {
            return Optional.empty();
        }
        var whole = ByteBuffer.allocate(HEADER + length);
        file.read(whole, at);
        whole.flip();
        return whole.remaining() == HEADER + length && whole.getInt(HEADER - 4) == checksum(whole)
                ? Optional.of(new Block(sequence, whole.position(HEADER).slice(), at + HEADER + length))
                : Optional.empty();
    }

    /** One block is written at a time and the next only when it is safe: a whole later one means damage, not a torn tail. */
    private static void refuseIfMoreFollows(DiskFile file, long epoch, long from, int sequence) throws IOException {
        var rest = ByteBuffer.allocate(Math.toIntExact(Math.max(0, file.size() - from)));
        file.read(rest, from);
        rest.flip();
        for (int i = 1; i + HEADER <= rest.limit(); i++) {
            if (rest.getInt(i) == MAGIC && rest.getLong(i + 4) == epoch && rest.getInt(i + 12) > sequence) {
                if (read(file, epoch, from + i).isPresent()) {
                    throw new IOException("the redo log is damaged at byte " + from + " of epoch " + epoch
                            + ", or belongs to a later state than this older store file; restore a backup into a new folder,"
                            + " or move the log files away and lose what they hold");
                }
            }
        }
    }

    private DiskFile fileOf(long epoch) {
        return files.get((int) (epoch & 1));
    }

    @Override
    public void close() {
        for (var file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
