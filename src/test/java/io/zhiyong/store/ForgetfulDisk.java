package io.zhiyong.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk that may lose its power: what was not forced is then there or not, sector by sector, as chance has it; so a write may
 * be torn anywhere and a later one be there without an earlier.
 */
final class ForgetfulDisk implements DiskFile.Opener {
    private static final int SECTOR = 512;
    private static final long SLOWEST_NANOS = 4_000_000;

    private final List<Forgetful> files = new CopyOnWriteArrayList<>();
    private volatile boolean off;

    @Override
    public DiskFile open(Path path) throws IOException {
        var file = new Forgetful(DiskFile.onDisk(path));
        files.add(file);
        return file;
    }

    /** Nothing reaches the disk any more. */
    void cutPower(Random random) throws IOException {
        off = true;
        for (var file : files) {
            file.loseSome(random);
        }
    }

    /** Called with the file's monitor: what passes here is done before the file loses anything. */
    private void checkPower() throws IOException {
        if (off) {
            throw new IOException("the power is off");
        }
    }

    /** Bytes that were written and not forced; none for a truncation. */
    private record Write(long position, ByteBuffer data) {}

    private final class Forgetful implements DiskFile {
        private final DiskFile file;
        private final List<Write> unforced = new ArrayList<>();
        private long size;

        Forgetful(DiskFile file) throws IOException {
            this.file = file;
            this.size = file.size();
        }

        @Override
        public synchronized void write(ByteBuffer data, long position) throws IOException {
            checkPower();
            var copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
            unforced.add(new Write(position, copy));
            size = Math.max(size, position + copy.remaining());
        }

        @Override
        public synchronized void read(ByteBuffer target, long position) throws IOException {
            var wanted = (int) Math.max(0, Math.min(target.remaining(), size - position));
            var bytes = ByteBuffer.allocate(wanted);
            file.read(bytes, position);
            for (var write : unforced) {
                var from = Math.max(write.position(), position);
                var to = Math.min(write.position() + write.data().remaining(), position + wanted);
                if (from < to) {
                    bytes.limit(wanted)
                            .put((int) (from - position), write.data(), (int) (from - write.position()), (int)
                                    (to - from));
                }
            }
            target.put(bytes.position(0).limit(wanted));
        }

        /** Takes its time, so that the power often goes in the midst of it. */
        @Override
        public void force(boolean metadata) throws IOException {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SLOWEST_NANOS));
            forceAll();
        }

        private synchronized void forceAll() throws IOException {
            checkPower();
            for (var write : unforced) {
                make(write);
            }
            unforced.clear();
        }

        private void make(Write write) throws IOException {
            if (write.data().hasRemaining()) {
                file.write(write.data().duplicate(), write.position());
            } else {
                file.truncate(write.position());
            }
        }

        @Override
        public synchronized void truncate(long to) throws IOException {
            checkPower();
            unforced.add(new Write(to, ByteBuffer.allocate(0)));
            size = Math.min(size, to);
        }

        /** Sometimes most arrived, sometimes little. */
        synchronized void loseSome(Random random) throws IOException {
            var arriving = random.nextDouble();
            for (var write : unforced) {
                for (int at = 0; at < Math.max(1, write.data().remaining()); at += SECTOR) {
                    if (random.nextDouble() < arriving) {
                        var length = Math.min(SECTOR, write.data().remaining() - at);
                        make(new Write(write.position() + at, write.data().slice(at, length)));
                    }
                }
            }
            unforced.clear();
        }

        @Override
        public synchronized long size() {
            return size;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
