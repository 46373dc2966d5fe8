package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rest of a result, handed out in batches. It holds the documents as they were when the query ran; stored documents are
 * never changed in place, so the batches fit together.
 */
final class ReplyCursor implements Cursor {
    /** Documents in a batch when the client names no number. */
    static final int DEFAULT_BATCH = 1000;

    /** Well below the 48 MB that a reply may have, as one document may add 16 MB. */
    private static final long BATCH_BYTES = 16 << 20;

    private final long id;
    private List<Document> rest;
    private long lastUsed = System.nanoTime();

    private ReplyCursor(long id, List<Document> rest) {
        this.id = id;
        this.rest = rest;
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public boolean isEmpty() {
        return rest.isEmpty();
    }

    @Override
    public List<Document> takeDocuments(int most) {
        var batch = head(rest, most);
        rest = rest.subList(batch.size(), rest.size());
        lastUsed = System.nanoTime();
        return batch;
    }

    /** The first documents that fit into one reply; at least one, if there is any. */
    private static List<Document> head(List<Document> documents, int most) {
        var limit = Math.min(documents.size(), most > 0 ? most : DEFAULT_BATCH);
        var bytes = 0L;
        for (int i = 0; i < limit; i++) {
            bytes += DocumentSize.onWire(documents.get(i));
            if (bytes > BATCH_BYTES && i > 0) {
                return documents.subList(0, i);
            }
        }
        return documents.subList(0, limit);
    }

    /** The cursors that clients have not read to their end. */
    static final class Open {
        private static final Duration IDLE = Duration.ofMinutes(10);

        private final CursorRegistry registry;
        private final Map<Long, ReplyCursor> open = new HashMap<>();

        Open(CursorRegistry registry) {
            this.registry = registry;
        }

        /** A cursor on a whole result. */
        ReplyCursor on(List<Document> result) {
            return new ReplyCursor(registry.generateCursorId(), result);
        }

        /** Keeps a cursor for the client's next request. */
        void keep(ReplyCursor cursor) {
            registry.add(cursor);
            open.put(cursor.id, cursor);
        }

        /** Forgets what clients have left lying, as MongoDB does after ten minutes. */
        void expire() {
            var now = System.nanoTime();
            open.values().removeIf(cursor -> {
                var idle = now - cursor.lastUsed > IDLE.toNanos();
                if (idle) {
                    registry.remove(cursor.id);
                }
                return idle || cursor.isEmpty();
            });
        }
    }
}
