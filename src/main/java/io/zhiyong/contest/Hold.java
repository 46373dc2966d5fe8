package io.zhiyong.contest;

import java.time.Instant;

/**
 * Time stands still.
 *
 * @param since from when on; for a recovery the last moment at which the server is known to have run
 */
record Hold(Kind kind, Instant since) {
    /** Why. */
    enum Kind {
        /** The host, or a judge, stopped it. */
        PAUSED,
        /** The server went away and came back. */
        RECOVERING
    }
}
