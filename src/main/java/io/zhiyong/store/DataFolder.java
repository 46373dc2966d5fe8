package io.zhiyong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of an embedded store, held by one process. Two processes in the same files would destroy them, so the second
 * is refused; the operating system frees the lock of a process that died.
 */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "in-use";
    private static final String STORE = "store.mv";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder when there is none, readable by its owner only.
     *
     * @throws IllegalStateException when another process uses it; the message names that process
     */
    static DataFolder open(Path path) {
        try {
            create(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + path.toAbsolutePath() + ": " + e, e);
        }
    }

    static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (held(channel) == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new IllegalStateException("the data folder " + folder.toAbsolutePath() + " is in use by process "
                    + holder + "; stop that one first, or give this one another folder");
        }
        channel.truncate(0);
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** The documents and indexes as of the last checkpoint. */
    Path storeFile() {
        return path.resolve(STORE);
    }

    /** Where a checkpoint is written before it goes to the store file. */
    Path checkpointFile() {
        return path.resolve("checkpoint");
    }

    /** One of the two files of the redo log; {@code which} is 0 or 1. */
    Path logFile(int which) {
        return path.resolve("redo-" + which + ".log");
    }

    /**
     * The store file in a folder that is to receive a copy.
     *
     * @throws IllegalArgumentException when the folder already holds a store
     */
    static Path copyIn(Path folder) {
        try {
            create(folder);
            return Files.createFile(folder.resolve(STORE));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException("the folder " + folder.toAbsolutePath() + " already holds a store", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no such folder: " + folder.toAbsolutePath(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes sure that files just made are found after a power cut. */
    void sync() {
        try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every system can open a folder (Windows); those need no such thing.
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
