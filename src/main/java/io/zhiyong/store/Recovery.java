package io.zhiyong.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes good at start what the last run left in its redo log. */
final class Recovery {
    private Recovery() {}

    /**
     * Redoes the blocks that came after the last commit of the store's file: those of its epoch and, if the next checkpoint
     * was on its way when the run ended, of the epoch after. Then a checkpoint, so that the log starts over.
     */
    static RedoLog run(MapStore maps, DataFolder files, DiskFile.Opener opener) {
        try {
            var log = new RedoLog(opener, files.logFile(0), files.logFile(1));
            try {
                log.begin(recover(maps, log));
                files.sync();
                return log;
            } catch (IOException | RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot recover from the redo log: " + e.getMessage(), e);
        }
    }

    /** The epoch to go on with. */
    private static long recover(MapStore maps, RedoLog log) throws IOException {
        var epoch = maps.epoch();
        var redone = log.replay(epoch, maps::redo) + log.replay(epoch + 1, maps::redo);
        if (redone == 0 && epoch > 0) {
            return epoch;
        }
        maps.commit(epoch + 2);
        maps.sync();
        return epoch + 2;
    }
}
