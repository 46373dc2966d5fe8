package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class ParityOfWrites extends Parity {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** Update operators: what a document is, what is done to it, what it becomes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{n: 1}                 | {$inc: {n: 2, m: 5}}                      | {n: 3, m: 5}",
                "{n: 1}                 | {$inc: {n: 0.5}}                          | {n: 1.5}",
                "{n: 3}                 | {$mul: {n: 2}}                            | {n: 6}",
                "{n: 3, m: 3}           | {$max: {n: 5, m: 2, k: 1}}                | {n: 5, m: 3, k: 1}",
                "{n: 3, m: 3}           | {$min: {n: 5, m: 2}}                      | {n: 3, m: 2}",
                "{a: {b: 1}}            | {$set: {'a.c': 2, 'd.e.f': 3}}            | {a: {b: 1, c: 2}, d: {e: {f: 3}}}",
                "{t: [1, 2, 3]}         | {$set: {'t.1': 9}}                        | {t: [1, 9, 3]}",
                "{a: 1, b: {c: 2}}      | {$unset: {a: '', 'b.c': ''}}              | {b: {}}",
                "{a: 1}                 | {$rename: {a: 'b'}}                       | {b: 1}",
                "{t: [1]}               | {$push: {t: 1, u: 2}}                     | {t: [1, 1], u: [2]}",
                "{t: [1]}               | {$push: {t: {$each: [3, 2], $sort: 1}}}   | {t: [1, 2, 3]}",
                "{t: [1, 2]}            | {$push: {t: {$each: [3], $slice: -2}}}    | {t: [2, 3]}",
                "{t: [1, 2]}            | {$push: {t: {$each: [9], $position: 0}}}  | {t: [9, 1, 2]}",
                "{t: [1, 2]}            | {$addToSet: {t: 2}}                       | {t: [1, 2]}",
                "{t: [1, 2]}            | {$addToSet: {t: {$each: [2, 3]}}}         | {t: [1, 2, 3]}",
                "{t: [{a: 1}]}          | {$addToSet: {t: {a: 1}}}                  | {t: [{a: 1}]}",
                "{t: [1, 2, 1]}         | {$pull: {t: 1}}                           | {t: [2]}",
                "{t: [1, 5, 9]}         | {$pull: {t: {$gte: 5}}}                   | {t: [1]}",
                "{t: [{a: 1}, {a: 2}]}  | {$pull: {t: {a: 2}}}                      | {t: [{a: 1}]}",
                "{t: [1, 2, 3]}         | {$pullAll: {t: [1, 3]}}                   | {t: [2]}",
                "{t: [1, 2, 3]}         | {$pop: {t: 1}}                            | {t: [1, 2]}",
                "{t: [1, 2, 3]}         | {$pop: {t: -1}}                           | {t: [2, 3]}",
                "{n: 1}                 | {$setOnInsert: {n: 9}, $set: {m: 1}}      | {n: 1, m: 1}",
            })
    void operatorChangesTheDocument(String before, String update, String after) {
        client.run(collection.insertOne(doc(before).append("_id", 1)));
        client.run(collection.updateOne(doc("{_id: 1}"), doc(update)));
        var expected = new Document("_id", 1);
        expected.putAll(doc(after));
        assertThat(only("{_id: 1}")).isEqualTo(expected);
    }

    @Test
    void positionalOperatorChangesTheElementThatMatched() {
        insert("{_id: 1, t: [{k: 'a', n: 1}, {k: 'b', n: 1}]}");
        client.run(collection.updateOne(doc("{_id: 1, 't.k': 'b'}"), doc("{$inc: {'t.$.n': 4}}")));
        assertThat(only("{_id: 1}")).isEqualTo(doc("{_id: 1, t: [{k: 'a', n: 1}, {k: 'b', n: 5}]}"));
    }

    @Test
    void updateTellsHowManyMatchedAndHowManyChanged() {
        insert("{_id: 1, a: 1, n: 0}", "{_id: 2, a: 1, n: 5}", "{_id: 3, a: 2}");
        var same = client.run(collection.updateMany(doc("{a: 1}"), doc("{$set: {n: 5}}")));
        assertThat(same.getMatchedCount()).isEqualTo(2);
        assertThat(same.getModifiedCount()).isEqualTo(1);
        var one = client.run(collection.updateOne(doc("{a: 1}"), doc("{$set: {n: 6}}")));
        assertThat(one.getModifiedCount()).isEqualTo(1);
        assertThat(ids("{n: 6}")).hasSize(1);
        assertThat(client.run(collection.updateOne(doc("{a: 9}"), doc("{$set: {n: 6}}")))
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void upsertTakesFieldsFromTheFilterAndTellsTheId() {
        var made = client.run(collection.updateOne(
                doc("{_id: 'x', a: 1, b: {$gt: 3}, $and: [{c: 'd'}]}"),
                doc("{$inc: {n: 1}, $setOnInsert: {s: true}}"),
                UPSERT));
        assertThat(made.getMatchedCount()).isZero();
        assertThat(made.getUpsertedId().asString().getValue()).isEqualTo("x");
        assertThat(only("{}")).isEqualTo(doc("{_id: 'x', a: 1, c: 'd', n: 1, s: true}"));
        var again = client.run(
                collection.updateOne(doc("{_id: 'x'}"), doc("{$inc: {n: 1}, $setOnInsert: {s: false}}"), UPSERT));
        assertThat(again.getMatchedCount()).isEqualTo(1);
        assertThat(again.getUpsertedId()).isNull();
        assertThat(only("{}").get("s")).isEqualTo(true);
    }

    @Test
    void upsertWithoutIdMakesOne() {
        var made = client.run(collection.updateOne(doc("{a: 1}"), doc("{$set: {n: 1}}"), UPSERT));
        assertThat(made.getUpsertedId().isObjectId()).isTrue();
        assertThat(only("{a: 1}").get("_id")).isInstanceOf(ObjectId.class);
    }

    @Test
    void replaceKeepsTheIdAndNothingElse() {
        insert("{_id: 1, a: 1, b: 2}");
        var replaced = client.run(collection.replaceOne(doc("{a: 1}"), doc("{c: 3}")));
        assertThat(replaced.getModifiedCount()).isEqualTo(1);
        assertThat(only("{}")).isEqualTo(doc("{_id: 1, c: 3}"));
        client.run(collection.replaceOne(doc("{_id: 2}"), doc("{_id: 2, d: 4}"), new ReplaceOptions().upsert(true)));
        assertThat(only("{_id: 2}")).isEqualTo(doc("{_id: 2, d: 4}"));
    }

    @Test
    void orderedInsertStopsAtTheFirstError() {
        insert("{_id: 2}");
        var error =
                catchThrowableOfType(MongoBulkWriteException.class, () -> insert("{_id: 1}", "{_id: 2}", "{_id: 3}"));
        assertThat(error.getWriteErrors())
                .extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
                .containsExactly(org.assertj.core.api.Assertions.tuple(1, 11000));
        assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(ids("{}")).containsExactly(1, 2);
    }

    @Test
    void unorderedInsertGoesOn() {
        insert("{_id: 2}");
        var all = List.of(doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 3}"), doc("{_id: 1}"));
        var error = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> client.run(collection.insertMany(all, new InsertManyOptions().ordered(false))));
        assertThat(error.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1, 3);
        assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(ids("{}")).containsExactly(1, 2, 3);
    }

    @Test
    void orderedBulkStopsAtTheFirstErrorAndAnUnorderedOneGoesOn() {
        var writes = List.of(
                new InsertOneModel<>(doc("{_id: 1, n: 0}")),
                new UpdateOneModel<Document>(doc("{_id: 1}"), doc("{$inc: {n: 1}}")),
                new UpdateOneModel<Document>(doc("{_id: 1}"), doc("{$set: {_id: 5}}")),
                new UpdateOneModel<Document>(doc("{_id: 1}"), doc("{$inc: {n: 1}}")),
                new DeleteOneModel<Document>(doc("{_id: 9}")));
        var ordered =
                catchThrowableOfType(MongoBulkWriteException.class, () -> client.run(collection.bulkWrite(writes)));
        assertThat(ordered.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(2);
        assertThat(only("{_id: 1}").get("n")).isEqualTo(1);
        client.run(collection.deleteMany(doc("{}")));
        var unordered = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> client.run(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false))));
        assertThat(unordered.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(2);
        assertThat(only("{_id: 1}").get("n")).isEqualTo(2);
    }

    @Test
    void findOneAndUpdateGivesBeforeOrAfterOrNothing() {
        insert("{_id: 1, a: 1, n: 1}", "{_id: 2, a: 1, n: 7}");
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(client.run(collection.findOneAndUpdate(
                        doc("{a: 1}"), doc("{$inc: {n: 1}}"), new FindOneAndUpdateOptions().sort(doc("{n: -1}")))))
                .isEqualTo(doc("{_id: 2, a: 1, n: 7}"));
        assertThat(client.run(collection.findOneAndUpdate(doc("{_id: 2}"), doc("{$inc: {n: 1}}"), after)))
                .isEqualTo(doc("{_id: 2, a: 1, n: 9}"));
        assertThat(client.run(collection.findOneAndUpdate(doc("{_id: 3}"), doc("{$inc: {n: 1}}"), after)))
                .isNull();
        assertThat(client.run(collection.findOneAndUpdate(
                        doc("{_id: 3}"), doc("{$inc: {n: 1}}"), new FindOneAndUpdateOptions().upsert(true))))
                .isNull();
        assertThat(client.run(collection.findOneAndUpdate(doc("{_id: 4}"), doc("{$inc: {n: 1}}"), after.upsert(true))))
                .isEqualTo(doc("{_id: 4, n: 1}"));
        assertThat(client.run(collection.findOneAndUpdate(
                        doc("{_id: 4}"), doc("{$inc: {n: 1}}"), after.projection(doc("{n: 1, _id: 0}")))))
                .isEqualTo(doc("{n: 2}"));
    }

    @Test
    void findOneAndReplaceAndDelete() {
        insert("{_id: 1, a: 1}");
        assertThat(client.run(collection.findOneAndReplace(
                        doc("{_id: 1}"),
                        doc("{b: 2}"),
                        new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER))))
                .isEqualTo(doc("{_id: 1, b: 2}"));
        assertThat(client.run(collection.findOneAndDelete(doc("{b: 2}")))).isEqualTo(doc("{_id: 1, b: 2}"));
        assertThat(client.run(collection.findOneAndDelete(doc("{b: 2}")))).isNull();
        assertThat(find("{}")).isEmpty();
    }

    @Test
    void deleteTellsHowMany() {
        insert("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 1}");
        assertThat(client.run(collection.deleteOne(doc("{a: 1}"))).getDeletedCount())
                .isEqualTo(1);
        assertThat(client.run(collection.deleteMany(doc("{a: 1}"))).getDeletedCount())
                .isEqualTo(2);
        assertThat(client.run(collection.deleteMany(doc("{a: 1}"))).getDeletedCount())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$inc: {s: 1}}         | 14",
                "{$set: {_id: 2}}       | 66",
                "{$nonsense: {a: 1}}    | 9",
                "{$set: {a: 1}, $inc: {a: 1}} | 40",
                "{$push: {s: 1}}        | 2",
            })
    void impossibleUpdateIsRefusedWithItsCode(String update, int code) {
        insert("{_id: 1, s: 'text'}");
        assertThatThrownBy(() -> client.run(collection.updateOne(doc("{_id: 1}"), doc(update))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(code));
        assertThat(only("{_id: 1}")).isEqualTo(doc("{_id: 1, s: 'text'}"));
    }

    @Test
    void unknownCommandIsAnError() {
        assertThatThrownBy(() -> client.command(new Document("noSuchCommand", 1)))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getCode())
                        .isEqualTo(59));
    }
}
