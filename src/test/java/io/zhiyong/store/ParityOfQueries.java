package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("JavaUtilDate") // the driver's type of a time
abstract class ParityOfQueries extends Parity {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{a: 1}                                  | 1 7",
                "{a: {$eq: 1}}                           | 1 7",
                "{a: {$ne: 1}}                           | 2 3 4 5 6",
                "{a: {$gt: 1}}                           | 2 7",
                "{a: {$gte: 1, $lt: 5}}                  | 1 7",
                "{a: {$gt: 1, $lt: 9}}                   | 2 7",
                "{a: {$in: [1, 'x']}}                    | 1 3 7",
                "{a: {$nin: [1, 'x']}}                   | 2 4 5 6",
                "{a: null}                               | 4 5",
                "{a: {$exists: false}}                   | 5",
                "{a: {$exists: true}}                    | 1 2 3 4 6 7",
                "{a: {$type: 'string'}}                  | 3",
                "{a: {$not: {$gt: 1}}}                   | 1 3 4 5 6",
                "{a: [1, 9]}                             | 7",
                "{a: {$size: 2}}                         | 7",
                "{a: {$all: [9, 1]}}                     | 7",
                "{a: {$elemMatch: {$gt: 1, $lt: 20}}}    | 7",
                "{'a.k': 1}                              | 6",
                "{a: {k: 1, l: 2}}                       | 6",
                "{a: {k: 1}}                             | -",
                "{'i.p': 1, 'i.q': 2}                    | 1 2",
                "{i: {$elemMatch: {p: 1, q: 2}}}         | 1",
                "{'i.0.p': 1}                            | 1 2",
                "{$or: [{a: 1}, {'a.k': 1}]}             | 1 6 7",
                "{$nor: [{a: 1}, {a: null}]}             | 2 3 6",
                "{$and: [{a: {$gt: 0}}, {a: {$lt: 3}}]}  | 1 7",
                "{a: /^X/i}                              | 3",
                "{a: {$mod: [4, 1]}}                     | 1 2 7",
            })
    void queryFinds(String query, String ids) {
        insert(
                "{_id: 1, a: 1, i: [{p: 1, q: 2}]}",
                "{_id: 2, a: 5, i: [{p: 1, q: 1}, {p: 2, q: 2}]}",
                "{_id: 3, a: 'x', i: []}",
                "{_id: 4, a: null}",
                "{_id: 5, b: 1}",
                "{_id: 6, a: {k: 1, l: 2}}",
                "{_id: 7, a: [1, 9]}");
        List<Object> expected = ids == null
                ? List.of()
                : Arrays.stream(ids.split(" ")).<Object>map(Integer::valueOf).toList();
        assertThat(ids(query)).as("without an index").isEqualTo(expected);
        client.run(collection.createIndex(doc("{a: 1}")));
        client.run(collection.createIndex(doc("{'i.p': 1, 'i.q': 1}")));
        assertThat(ids(query)).as("with indexes").isEqualTo(expected);
    }

    @Test
    void valuesOfDifferentTypesAreSortedByType() {
        client.run(collection.insertMany(List.of(
                new Document("_id", 1).append("v", "text"),
                new Document("_id", 2).append("v", 7),
                new Document("_id", 3).append("v", true),
                new Document("_id", 4).append("v", null),
                new Document("_id", 5).append("v", new Date(0)),
                new Document("_id", 6).append("v", new Document("k", 1)),
                new Document("_id", 7).append("v", new ObjectId()),
                new Document("_id", 8).append("v", new Binary(new byte[] {1})),
                new Document("_id", 9).append("v", -1.5))));
        var expected = List.<Object>of(4, 9, 2, 1, 6, 8, 7, 3, 5);
        assertThat(idsSorted("{}", "{v: 1}")).isEqualTo(expected);
        client.run(collection.createIndex(doc("{v: -1}")));
        assertThat(idsSorted("{}", "{v: 1}")).isEqualTo(expected);
    }

    @Test
    void arraysAreSortedByTheirLeastOrGreatestElement() {
        insert("{_id: 1, v: [5, 1]}", "{_id: 2, v: 3}", "{_id: 3, v: [2, 9]}", "{_id: 4, v: []}", "{_id: 5}");
        assertThat(idsSorted("{}", "{v: 1, _id: 1}")).containsExactly(4, 5, 1, 3, 2);
        assertThat(idsSorted("{}", "{v: -1, _id: 1}")).containsExactly(3, 1, 2, 5, 4);
    }

    @Test
    void sortTakesSeveralFieldsInTheirOwnDirections() {
        insert("{_id: 1, u: 'a', t: 1}", "{_id: 2, u: 'b', t: 2}", "{_id: 3, u: 'a', t: 3}", "{_id: 4, u: 'b', t: 1}");
        var expected = List.<Object>of(3, 1, 2, 4);
        assertThat(idsSorted("{}", "{u: 1, t: -1}")).isEqualTo(expected);
        client.run(collection.createIndex(doc("{u: -1, t: 1}")));
        assertThat(idsSorted("{}", "{u: 1, t: -1}")).isEqualTo(expected);
        assertThat(idsSorted("{u: {$in: ['b', 'a', 'z']}}", "{t: -1, _id: 1}")).containsExactly(3, 2, 1, 4);
    }

    @Test
    void skipAndLimitComeAfterSort() {
        insert("{_id: 1, n: 3}", "{_id: 2, n: 1}", "{_id: 3, n: 2}", "{_id: 4, n: 0}");
        assertThat(client.all(collection.find().sort(doc("{n: 1}")).skip(1).limit(2)))
                .extracting(each -> each.get("_id"))
                .containsExactly(2, 3);
    }

    @Test
    void projectionKeepsOrLeavesOutFields() {
        insert("{_id: 1, a: 1, b: {c: 2, d: 3}, t: [{k: 1, l: 2}, {k: 3}]}");
        assertThat(projected("{a: 1}")).isEqualTo(doc("{_id: 1, a: 1}"));
        assertThat(projected("{a: 1, _id: 0}")).isEqualTo(doc("{a: 1}"));
        assertThat(projected("{'b.c': 1}")).isEqualTo(doc("{_id: 1, b: {c: 2}}"));
        assertThat(projected("{b: 0, t: 0}")).isEqualTo(doc("{_id: 1, a: 1}"));
        assertThat(projected("{'t.k': 1}")).isEqualTo(doc("{_id: 1, t: [{k: 1}, {k: 3}]}"));
        assertThat(projected("{t: {$elemMatch: {k: 3}}}")).isEqualTo(doc("{_id: 1, t: [{k: 3}]}"));
    }

    private Document projected(String fields) {
        return client.run(collection.find().projection(doc(fields)));
    }

    @Test
    void everyTypeComesBackAsItWasStored() {
        var all = new Document("_id", new ObjectId())
                .append("int", 1)
                .append("long", 1L << 60)
                .append("double", 0.1)
                .append("decimal", Decimal128.parse("12.50"))
                .append("text", "学以致用 𠮷")
                .append("yes", true)
                .append("none", null)
                .append("time", Date.from(Instant.parse("2026-11-23T06:00:00.123Z")))
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("list", List.of(1, "two", List.of(3)))
                .append("inner", new Document("a", new Document("b", 1)));
        client.run(collection.insertOne(all));
        assertThat(only("{}")).isEqualTo(all);
        assertThat(client.run(collection.find(new Document("time", all.get("time")))))
                .isEqualTo(all);
    }

    @Test
    void compoundIdIsFoundByItsWhole() {
        insert("{_id: {u: 1, n: 'a'}}", "{_id: {u: 1, n: 'b'}}");
        assertThat(find("{_id: {u: 1, n: 'b'}}")).hasSize(1);
        assertThat(find("{_id: {n: 'b', u: 1}}")).isEmpty();
    }

    @Test
    void resultComesInBatches() {
        client.run(collection.insertMany(
                IntStream.range(0, 2500).mapToObj(i -> new Document("_id", i)).toList()));
        assertThat(client.all(collection.find().batchSize(100))).hasSize(2500);
        assertThat(client.all(collection.find())).hasSize(2500);
        assertThat(client.all(collection.find().batchSize(100).limit(250))).hasSize(250);
        assertThat(client.run(collection.find().batchSize(10))).isEqualTo(new Document("_id", 0));
    }

    /** Together more than a reply may hold. */
    @Test
    void largeDocumentsComeInBatchesOfTheirOwn() {
        var text = "x".repeat(3 << 20);
        for (int i = 0; i < 20; i++) {
            client.run(collection.insertOne(new Document("_id", i).append("text", text)));
        }
        assertThat(client.all(collection.find())).hasSize(20).allSatisfy(each -> assertThat(each)
                .containsEntry("text", text));
        assertThat(client.all(collection.find().batchSize(1000).limit(19))).hasSize(19);
    }

    @Test
    void countsAndDistinctValues() {
        insert("{_id: 1, u: 'a', t: [1, 2]}", "{_id: 2, u: 'b', t: [2]}", "{_id: 3, u: 'a'}");
        assertThat(client.run(collection.countDocuments(doc("{u: 'a'}")))).isEqualTo(2);
        assertThat(client.run(collection.countDocuments())).isEqualTo(3);
        assertThat(client.run(collection.estimatedDocumentCount())).isEqualTo(3);
        assertThat(client.run(collection.countDocuments(doc("{u: 'z'}")))).isZero();
        assertThat(client.all(collection.distinct("u", String.class))).containsExactlyInAnyOrder("a", "b");
        assertThat(client.all(collection.distinct("t", doc("{u: 'a'}"), Integer.class)))
                .containsExactlyInAnyOrder(1, 2);
    }
}
