package io.zhiyong.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things that the redo log asks of a file: a place where tests let a disk fill up or break. */
interface LogFile extends AutoCloseable {

    /** Opens files for the log. */
    @FunctionalInterface
    interface Opener {
        LogFile open(Path path) throws IOException;
    }

    /** Writes all of {@code data} at {@code position}. */
    void write(ByteBuffer data, long position) throws IOException;

    /** Fills {@code target} from {@code position} as far as the file goes. */
    void read(ByteBuffer target, long position) throws IOException;

    /** Returns when everything written is on the disk; {@code metadata}: its length too. */
    void force(boolean metadata) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file of the operating system, making it when there is none. */
    static LogFile onDisk(Path path) throws IOException {
        var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new OnDisk(channel);
    }

    /** A file of the operating system. */
    record OnDisk(FileChannel channel) implements LogFile {
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
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
