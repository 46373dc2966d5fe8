package io.zhiyong.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things that the store asks of its files: a place where tests let a disk fill up, break or lose its power. */
interface DiskFile extends AutoCloseable {

    /** Opens files. */
    @FunctionalInterface
    interface Opener {
        DiskFile open(Path path) throws IOException;
    }

    /** Writes all of {@code data} at {@code position}. */
    void write(ByteBuffer data, long position) throws IOException;

    /** Fills {@code target} from {@code position} as far as the file goes. */
    void read(ByteBuffer target, long position) throws IOException;

    /** Returns when everything written is on the disk; {@code metadata}: its length too. */
    void force(boolean metadata) throws IOException;

    /** Cuts the file off. */
    void truncate(long size) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file of the operating system, making it when there is none. */
    static DiskFile onDisk(Path path) throws IOException {
        var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new OnDisk(channel);
    }

    /** A file of the operating system. */
    record OnDisk(FileChannel channel) implements DiskFile {
        @Override
        public void write(ByteBuffer data, long position) throws IOException {
            var at = position;
            while (data.hasRemaining()) {
                at += channel.write(data, at);
            }
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            var at = position;
            for (int read = 0; read >= 0 && target.hasRemaining(); at += read) {
                read = channel.read(target, at);
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            channel.force(metadata);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
