package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ParityOfAggregations extends Parity {

    @BeforeEach
    void learners() {
        insert(
                "{_id: 1, unit: 'a', hours: 2, tags: ['law', 'it'], at: {y: 2025}}",
                "{_id: 2, unit: 'a', hours: 4, tags: ['law'], at: {y: 2026}}",
                "{_id: 3, unit: 'b', hours: 1, tags: [], at: {y: 2026}}",
                "{_id: 4, unit: 'b', hours: 9, at: {y: 2026}}");
    }

    @Test
    void groupAccumulates() {
        assertThat(aggregate(
                        "{$sort: {_id: 1}}",
                        "{$group: {_id: '$unit', sum: {$sum: '$hours'}, n: {$sum: 1}, avg: {$avg: '$hours'}, least: {$min: '$hours'},"
                                + " most: {$max: '$hours'}, first: {$first: '$_id'}, last: {$last: '$_id'}, all: {$push: '$hours'}}}",
                        "{$sort: {_id: 1}}"))
                .containsExactly(
                        doc("{_id: 'a', sum: 6, n: 2, avg: 3.0, least: 2, most: 4, first: 1, last: 2, all: [2, 4]}"),
                        doc("{_id: 'b', sum: 10, n: 2, avg: 5.0, least: 1, most: 9, first: 3, last: 4, all: [1, 9]}"));
    }

    @Test
    void groupByNothingAndBySeveralFields() {
        assertThat(aggregate("{$group: {_id: null, sum: {$sum: '$hours'}}}"))
                .containsExactly(doc("{_id: null, sum: 16}"));
        assertThat(aggregate("{$group: {_id: {u: '$unit', y: '$at.y'}, n: {$sum: 1}}}", "{$sort: {_id: 1}}"))
                .containsExactly(
                        doc("{_id: {u: 'a', y: 2025}, n: 1}"),
                        doc("{_id: {u: 'a', y: 2026}, n: 1}"),
                        doc("{_id: {u: 'b', y: 2026}, n: 2}"));
        assertThat(aggregate("{$match: {unit: 'z'}}", "{$group: {_id: null, sum: {$sum: '$hours'}}}"))
                .isEmpty();
    }

    @Test
    void groupSumsWhatACondSays() {
        assertThat(aggregate("{$group: {_id: null, many: {$sum: {$cond: [{$gte: ['$hours', 4]}, 1, 0]}}}}"))
                .containsExactly(doc("{_id: null, many: 2}"));
        assertThat(aggregate("{$group: {_id: null, tags: {$sum: {$size: {$ifNull: ['$tags', []]}}}}}"))
                .containsExactly(doc("{_id: null, tags: 3}"));
    }

    @Test
    void addToSetHoldsEachOnce() {
        var set = aggregate("{$group: {_id: null, units: {$addToSet: '$unit'}}}")
                .get(0)
                .getList("units", String.class);
        assertThat(set).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void unwindMakesOneOfEachElement() {
        assertThat(aggregate(
                        "{$unwind: '$tags'}", "{$group: {_id: '$tags', n: {$sum: 1}}}", "{$sort: {n: -1, _id: 1}}"))
                .containsExactly(doc("{_id: 'law', n: 2}"), doc("{_id: 'it', n: 1}"));
        assertThat(aggregate("{$unwind: {path: '$tags', preserveNullAndEmptyArrays: true}}"))
                .hasSize(5);
    }

    @Test
    void matchSortSkipLimitProject() {
        client.run(collection.createIndex(doc("{unit: 1, hours: -1}")));
        assertThat(aggregate(
                        "{$match: {unit: {$in: ['a', 'b']}}}",
                        "{$sort: {hours: -1}}",
                        "{$skip: 1}",
                        "{$limit: 2}",
                        "{$project: {hours: 1}}"))
                .containsExactly(doc("{_id: 2, hours: 4}"), doc("{_id: 1, hours: 2}"));
        assertThat(aggregate(
                        "{$match: {_id: 1}}", "{$project: {_id: 0, who: '$unit', twice: {$multiply: ['$hours', 2]}}}"))
                .containsExactly(doc("{who: 'a', twice: 4}"));
    }

    @Test
    void matchAfterGroupSeesTheGroups() {
        assertThat(aggregate("{$group: {_id: '$unit', sum: {$sum: '$hours'}}}", "{$match: {sum: {$gt: 6}}}"))
                .containsExactly(doc("{_id: 'b', sum: 10}"));
    }

    @Test
    void countIsOneDocumentOrNone() {
        assertThat(aggregate("{$match: {unit: 'a'}}", "{$count: 'n'}")).containsExactly(doc("{n: 2}"));
        assertThat(aggregate("{$match: {unit: 'z'}}", "{$count: 'n'}")).isEmpty();
    }

    @Test
    void facetRunsSeveralPipelinesOverTheSame() {
        assertThat(aggregate(
                        "{$match: {hours: {$gt: 1}}}",
                        "{$facet: {units: [{$group: {_id: '$unit', n: {$sum: 1}}}, {$sort: {_id: 1}}],"
                                + " years: [{$unwind: '$tags'}, {$set: {'at.y': 1}}, {$count: 'n'}],"
                                + " total: [{$group: {_id: '$at.y', n: {$sum: 1}}}, {$sort: {_id: 1}}]}}"))
                .containsExactly(doc("{units: [{_id: 'a', n: 2}, {_id: 'b', n: 1}], years: [{n: 3}],"
                        + " total: [{_id: 2025, n: 1}, {_id: 2026, n: 2}]}"));
    }

    @Test
    void aggregationNeverChangesWhatIsStored() {
        var before = find("{}");
        aggregate("{$unwind: '$tags'}", "{$set: {'at.y': 9, hours: 0, 'at.more': {deep: 1}}}");
        aggregate("{$set: {'at.y': 9}}", "{$unset: 'at.y'}");
        assertThat(find("{}")).isEqualTo(before);
    }

    @Test
    void longResultComesInBatches() {
        client.run(collection.insertMany(IntStream.range(100, 3100)
                .mapToObj(i -> new Document("_id", i).append("unit", "u" + i))
                .toList()));
        assertThat(client.all(collection
                        .aggregate(List.of(doc("{$group: {_id: '$unit'}}")))
                        .batchSize(100)))
                .hasSize(3002);
        assertThat(aggregate("{$group: {_id: '$unit'}}")).hasSize(3002);
    }

    @Test
    void nothingComesOfACollectionThatIsNotThere() {
        assertThat(client.all(client.collection("never made").aggregate(List.of(doc("{$match: {a: 1}}")))))
                .isEmpty();
        assertThat(client.run(client.collection("never made").countDocuments())).isZero();
    }
}
