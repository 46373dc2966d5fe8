package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many documents are looked at: an index is of use only if it keeps that small. */
class QueryPlannerTest {
    private static final int UNITS = 20;
    private static final int IN_UNIT = 50;

    private EmbeddedMongo server;
    private TestClient client;
    private MongoCollection<Document> learners;

    @BeforeEach
    void start() {
        server = EmbeddedMongo.inMemory();
        client = new TestClient(server.uri());
        learners = client.collection("learners");
        client.run(learners.insertMany(IntStream.range(0, UNITS * IN_UNIT)
                .mapToObj(i -> new Document("_id", "p%04d".formatted(i))
                        .append("unit", i % UNITS)
                        .append("time", i / UNITS)
                        .append("open", i % 10 == 0)
                        .append("tags", List.of("t" + i % 7, "all")))
                .toList()));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void index(String keys) {
        client.run(learners.createIndex(Document.parse(keys)));
    }

    private List<Document> find(String query, String sort, int limit) {
        return client.all(
                learners.find(Document.parse(query)).sort(Document.parse(sort)).limit(limit));
    }

    private long examinedBy(Runnable work) {
        var before = server.examined();
        work.run();
        return server.examined() - before;
    }

    private long examined(String query, String sort, int limit) {
        return examinedBy(() -> find(query, sort, limit));
    }

    @Test
    void withoutAnIndexEverythingIsLookedAt() {
        assertThat(examined("{unit: 3}", "{}", 0)).isEqualTo(UNITS * IN_UNIT);
    }

    @Test
    void oneIdIsOneDocument() {
        assertThat(examined("{_id: 'p0042'}", "{}", 0)).isEqualTo(1);
        assertThat(examined("{_id: {$in: ['p0042', 'p0043', 'nobody']}}", "{}", 0))
                .isEqualTo(2);
        assertThat(examined("{_id: 'p0042', unit: 2}", "{time: 1}", 0)).isEqualTo(1);
    }

    @Test
    void pageByKeyLooksAtThePageOnly() {
        assertThat(examined("{}", "{_id: 1}", 10)).isEqualTo(10);
        assertThat(examined("{_id: {$gt: 'p0500'}}", "{_id: 1}", 10)).isEqualTo(10);
        assertThat(examined("{_id: {$lt: 'p0500'}}", "{_id: -1}", 10)).isEqualTo(10);
        index("{unit: 1, time: -1}");
        assertThat(examined("{unit: 3}", "{time: -1}", 10)).isEqualTo(10);
        assertThat(examined("{unit: 3}", "{time: 1}", 10)).isEqualTo(10);
        assertThat(examined("{unit: 3, time: {$lt: 40}}", "{time: -1}", 10)).isEqualTo(10);
    }

    /** What an export does: everything that matches, page by page in the order of the id. */
    @Test
    void pagesOfAnExportLookAtThePageOnly() {
        index("{unit: 1}");
        assertThat(examined("{unit: 3, _id: {$gt: 'p0403'}}", "{_id: 1}", 10)).isEqualTo(10);
        assertThat(find("{unit: 3, _id: {$gt: 'p0403'}}", "{_id: 1}", 2))
                .extracting(each -> each.getString("_id"))
                .containsExactly("p0423", "p0443");
    }

    @Test
    void prefixAndRangeBoundTheScan() {
        index("{unit: 1, time: -1}");
        assertThat(examined("{unit: 3}", "{}", 0)).isEqualTo(IN_UNIT);
        assertThat(examined("{unit: 3, time: 7}", "{}", 0)).isEqualTo(1);
        assertThat(examined("{unit: 3, time: {$gte: 10, $lt: 15}}", "{}", 0)).isEqualTo(5);
        assertThat(examined("{unit: {$in: [3, 4]}, time: {$gte: 45}}", "{}", 0)).isEqualTo(10);
        assertThat(examined("{$and: [{unit: 3}, {time: {$gt: 40}}]}", "{}", 0)).isEqualTo(9);
    }

    /** The newest of many units: as a manager sees the units below his own. */
    @Test
    void severalUnitsAreMergedInOrder() {
        index("{unit: 1, time: -1}");
        assertThat(examined("{unit: {$in: [1, 2, 3, 4]}}", "{time: -1}", 10)).isLessThanOrEqualTo(4 + 10);
        var merged = find("{unit: {$in: [1, 2, 3, 4]}}", "{time: -1, _id: 1}", 8);
        assertThat(merged).extracting(each -> each.getInteger("time")).containsExactly(49, 49, 49, 49, 48, 48, 48, 48);
    }

    /** Behind the last row of a page: later by time, or at the same time and later by id. */
    @Test
    void pagingByTwoKeysLooksAtThePageOnly() {
        index("{unit: 1, time: -1, _id: -1}");
        var next = "{unit: 3, $or: [{time: {$lt: 20}}, {time: 20, _id: {$lt: 'p0403'}}]}";
        assertThat(examined(next, "{time: -1, _id: -1}", 10)).isLessThanOrEqualTo(12);
        assertThat(find(next, "{time: -1, _id: -1}", 3))
                .extracting(each -> each.getInteger("time"))
                .containsExactly(19, 18, 17);
    }

    @Test
    void branchesMayUseDifferentIndexes() {
        index("{unit: 1}");
        index("{time: 1}");
        assertThat(examined("{$or: [{unit: 3}, {time: 7}]}", "{}", 0)).isEqualTo(IN_UNIT + UNITS - 1);
        assertThat(examined("{$or: [{unit: 3}, {open: true}]}", "{}", 0)).isEqualTo(UNITS * IN_UNIT);
    }

    @Test
    void multikeyIndexFindsElements() {
        index("{tags: 1, time: 1}");
        assertThat(examined("{tags: 't3'}", "{time: 1}", 5)).isEqualTo(5);
        assertThat(examined("{tags: 't3', time: {$lt: 7}}", "{}", 0)).isEqualTo(20);
    }

    @Test
    void partialIndexServesOnlyAQueryThatSaysItsFilter() {
        client.run(learners.createIndex(
                Document.parse("{time: 1}"), new IndexOptions().partialFilterExpression(new Document("open", true))));
        assertThat(examined("{time: 7, open: true}", "{}", 0)).isEqualTo(2);
        assertThat(examined("{time: 7}", "{}", 0)).isEqualTo(UNITS * IN_UNIT);
    }

    @Test
    void writesFindTheirDocumentsByIndexToo() {
        index("{unit: 1, time: -1}");
        var one = Document.parse("{unit: 3, time: 7}");
        var set = Document.parse("{$set: {done: true}}");
        assertThat(examinedBy(() -> client.run(learners.updateOne(one, set)))).isEqualTo(1);
        assertThat(examinedBy(() -> client.run(learners.updateOne(Document.parse("{unit: 3}"), set))))
                .isEqualTo(1);
        assertThat(examinedBy(() -> client.run(learners.findOneAndUpdate(one, set))))
                .isEqualTo(1);
        assertThat(examinedBy(() -> client.run(learners.deleteOne(one)))).isEqualTo(1);
    }

    @Test
    void leadingMatchAndSortOfAPipelineUseAnIndex() {
        index("{unit: 1, time: -1}");
        assertThat(examinedBy(() -> client.run(learners.countDocuments(Document.parse("{unit: 3, time: {$lt: 5}}")))))
                .isEqualTo(5);
        List<Bson> newest = List.of(
                Document.parse("{$match: {unit: 3}}"),
                Document.parse("{$sort: {time: -1}}"),
                Document.parse("{$limit: 4}"));
        assertThat(examinedBy(
                        () -> assertThat(client.all(learners.aggregate(newest))).hasSize(4)))
                .isEqualTo(4);
    }
}
