package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.bson.Document;

/**
 * Writes, and remembers what was acknowledged. Some writers insert; each of the others moves one document of its own from
 * version to version, and with it the entries of a unique and a multikey index.
 */
final class KillWitness {
    static final int WRITERS = 12;
    private static final int MOVERS = 4;
    private static final int GROUP = 100;
    private static final int TAGS = 7;

    private final ConcurrentSkipListSet<Integer> inserted = new ConcurrentSkipListSet<>();
    private final AtomicIntegerArray versions = new AtomicIntegerArray(MOVERS);
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private int latest;

    void prepare(TestClient client) {
        var documents = client.collection("documents");
        client.run(documents.createIndex(Indexes.ascending("group", "n"), new IndexOptions().unique(true)));
        client.run(documents.createIndex(Indexes.ascending("tags")));
        latest = sequence.get();
    }

    void write(TestClient client, int writer) {
        if (writer < MOVERS) {
            move(client, writer);
            return;
        }
        var id = sequence.getAndIncrement();
        client.run(client.collection("documents").insertOne(document(id)));
        inserted.add(id);
        acknowledged.incrementAndGet();
    }

    /** Returns when so many more writes were acknowledged, or ten seconds later, and then a moment more. */
    void awaitWrites(int count, int moreMillis) throws InterruptedException {
        var wanted = acknowledged.get() + count;
        for (int waited = 0; waited < 10_000 && acknowledged.get() < wanted; waited++) {
            Thread.sleep(1);
        }
        Thread.sleep(moreMillis);
    }

    private static Document document(int id) {
        return new Document("_id", id)
                .append("group", id / GROUP)
                .append("n", id % GROUP)
                .append("tags", List.of("t" + id % TAGS, "u" + id % 11))
                .append("text", "学".repeat(id % 50));
    }

    private void move(TestClient client, int mover) {
        var documents = client.collection("documents");
        var group = moverId(mover);
        var stored = client.run(documents.find(Filters.eq("_id", group)));
        var next = stored == null ? 1 : stored.getInteger("n") + 1;
        client.run(documents.updateOne(
                Filters.eq("_id", group),
                Updates.combine(
                        Updates.set("group", group),
                        Updates.set("n", next),
                        Updates.set("tags", List.of("m" + next, "n" + next % 3))),
                new UpdateOptions().upsert(true)));
        versions.set(mover, next);
        acknowledged.incrementAndGet();
    }

    private static int moverId(int mover) {
        return -1 - mover;
    }

    /** What was written since the last start, and each mover's document. */
    void verifyLatest(TestClient client) {
        var documents = client.collection("documents");
        var found = ids(client.all(documents.find(Filters.gte("_id", latest)).batchSize(5000)));
        assertThat(found).containsAll(inserted.tailSet(latest));
        found.stream().limit(20).forEach(id -> assertThat(isRefused(client, document(id)))
                .as("unique entry of %s", id)
                .isTrue());
        for (var id : found.stream().limit(50).toList()) {
            assertThat(ids(client.all(
                            documents.find(Filters.and(Filters.eq("group", id / GROUP), Filters.eq("n", id % GROUP))))))
                    .containsExactly(id);
        }
        for (int mover = 0; mover < MOVERS; mover++) {
            verifyMover(client, documents, mover);
        }
    }

    private void verifyMover(TestClient client, MongoCollection<Document> documents, int mover) {
        var group = moverId(mover);
        var stored = client.run(documents.find(Filters.eq("_id", group)));
        var version = stored == null ? 0 : stored.getInteger("n");
        assertThat(version).isBetween(versions.get(mover), versions.get(mover) + 1);
        for (int old = Math.max(1, version - 2); old < version; old++) {
            assertThat(client.all(documents.find(Filters.eq("tags", "m" + old)).projection(new Document("_id", 1))))
                    .as("entries of versions gone by")
                    .noneMatch(each -> each.getInteger("_id") == group);
            var again = new Document("_id", "again").append("group", group).append("n", old);
            client.run(documents.insertOne(again));
            client.run(documents.deleteOne(Filters.eq("_id", "again")));
        }
    }

    /** Everything, by the documents and by both indexes. */
    void verifyAll(TestClient client) {
        var documents = client.collection("documents");
        var stored = client.all(documents.find(Filters.gte("_id", 0)).batchSize(5000));
        stored.forEach(each -> assertThat(each).isEqualTo(document(each.getInteger("_id"))));
        var found = ids(stored);
        assertThat(found).containsAll(inserted);
        var byTag = new HashSet<Integer>();
        for (int tag = 0; tag < TAGS; tag++) {
            byTag.addAll(
                    ids(client.all(documents.find(Filters.eq("tags", "t" + tag)).batchSize(5000))));
        }
        assertThat(byTag).isEqualTo(found);
        var byGroup = ids(client.all(documents.find(Filters.gte("group", 0)).batchSize(5000)));
        assertThat(byGroup).isEqualTo(found);
    }

    private static Set<Integer> ids(List<Document> documents) {
        var ids = new HashSet<Integer>();
        documents.forEach(each -> assertThat(ids.add(each.getInteger("_id"))).isTrue());
        return ids;
    }

    private static boolean isRefused(TestClient client, Document document) {
        try {
            client.run(client.collection("documents").insertOne(document.append("_id", "copy")));
            return false;
        } catch (MongoWriteException duplicate) {
            return duplicate.getCode() == 11000;
        }
    }

    @Override
    public String toString() {
        var moves = 0;
        for (int i = 0; i < MOVERS; i++) {
            moves += versions.get(i);
        }
        return String.format("%,d inserts and %,d updates acknowledged, none lost", inserted.size(), moves);
    }
}
