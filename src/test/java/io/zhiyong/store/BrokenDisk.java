package io.zhiyong.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Files on a disk that fills up, tearing the write that does not fit, or that fails its fsyncs. */
final class BrokenDisk implements DiskFile.Opener {
    private final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean failsToForce;

    void leave(long bytes) {
        freeBytes.set(bytes);
    }

    void failToForce() {
        failsToForce = true;
    }

    @Override
    public DiskFile open(Path path) throws IOException {
        return new Failing(DiskFile.onDisk(path));
    }

    private final class Failing implements DiskFile {
        private final DiskFile file;

        Failing(DiskFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer data, long position) throws IOException {
            var room = freeBytes.get();
            if (data.remaining() <= room) {
                freeBytes.addAndGet(-data.remaining());
                file.write(data, position);
                return;
            }
            file.write(data.slice(data.position(), (int) room), position);
            freeBytes.set(0);
            throw new IOException("No space left on device");
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            file.read(target, position);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            if (failsToForce) {
                throw new IOException("Input/output error");
            }
            file.force(metadata);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
