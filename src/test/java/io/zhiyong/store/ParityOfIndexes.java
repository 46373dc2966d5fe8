package io.zhiyong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;

abstract class ParityOfIndexes extends Parity {
    private static final int DUPLICATE = 11000;

    private void index(String keys, IndexOptions options) {
        client.run(collection.createIndex(doc(keys), options));
    }

    private void unique(String keys) {
        index(keys, new IndexOptions().unique(true));
    }

    private static void refusesDuplicate(ThrowingCallable write) {
        assertThatThrownBy(write).satisfies(e -> assertThat(code(e)).isEqualTo(DUPLICATE));
    }

    private static int code(Throwable problem) {
        return ((MongoException) problem).getCode();
    }

    @Test
    void uniqueRefusesTheSecondByInsertUpdateReplaceAndUpsert() {
        unique("{k: 1}");
        insert("{_id: 1, k: 'a'}", "{_id: 2, k: 'b'}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 3, k: 'a'}"))));
        refusesDuplicate(() -> client.run(collection.updateOne(doc("{_id: 2}"), doc("{$set: {k: 'a'}}"))));
        refusesDuplicate(() -> client.run(collection.replaceOne(doc("{_id: 2}"), doc("{k: 'a'}"))));
        refusesDuplicate(() -> client.run(
                collection.updateOne(doc("{_id: 3}"), doc("{$set: {k: 'a'}}"), new UpdateOptions().upsert(true))));
        refusesDuplicate(() -> client.run(collection.findOneAndUpdate(
                doc("{_id: 3}"), doc("{$set: {k: 'a'}}"), new FindOneAndUpdateOptions().upsert(true))));
        assertThat(find("{}")).containsExactly(doc("{_id: 1, k: 'a'}"), doc("{_id: 2, k: 'b'}"));
    }

    @Test
    void uniqueFreesAKeyThatIsGivenUp() {
        unique("{k: 1}");
        insert("{_id: 1, k: 'a'}", "{_id: 2, k: 'b'}");
        client.run(collection.updateOne(doc("{_id: 1}"), doc("{$set: {k: 'c'}}")));
        insert("{_id: 3, k: 'a'}");
        client.run(collection.deleteOne(doc("{_id: 2}")));
        insert("{_id: 4, k: 'b'}");
        assertThat(ids("{k: {$in: ['a', 'b', 'c']}}")).containsExactly(1, 3, 4);
    }

    @Test
    void uniqueCountsNumbersByValueAndMissingAsNull() {
        unique("{k: 1}");
        insert("{_id: 1, k: 1}", "{_id: 2}");
        refusesDuplicate(() -> client.run(collection.insertOne(new Document("_id", 3).append("k", 1.0))));
        refusesDuplicate(() -> client.run(collection.insertOne(new Document("_id", 3).append("k", 1L))));
        refusesDuplicate(() -> client.run(collection.insertOne(new Document("_id", 3).append("k", null))));
        refusesDuplicate(() -> client.run(collection.insertOne(new Document("_id", 1.0))));
    }

    @Test
    void uniqueCompoundTakesAllFieldsTogether() {
        unique("{a: 1, b: -1}");
        insert("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1, b: 2}", "{_id: 3, a: 2, b: 1}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 4, a: 1, b: 2}"))));
    }

    @Test
    void uniqueMultikeyHoldsAcrossDocumentsOnly() {
        unique("{t: 1}");
        insert("{_id: 1, t: [1, 2, 2]}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 2, t: [3, 2]}"))));
        insert("{_id: 2, t: [3]}");
        client.run(collection.updateOne(doc("{_id: 1}"), doc("{$pull: {t: 2}}")));
        client.run(collection.updateOne(doc("{_id: 2}"), doc("{$push: {t: 2}}")));
        assertThat(ids("{t: 2}")).containsExactly(2);
    }

    @Test
    void uniqueSparseLetsManyBeWithoutTheField() {
        index("{k: 1}", new IndexOptions().unique(true).sparse(true));
        insert("{_id: 1}", "{_id: 2}", "{_id: 3, k: null}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 4, k: null}"))));
        assertThat(ids("{k: null}")).containsExactly(1, 2, 3);
        assertThat(idsSorted("{}", "{k: 1, _id: 1}")).containsExactly(1, 2, 3);
    }

    @Test
    void uniquePartialHoldsWithinItsFilterOnly() {
        index("{k: 1}", new IndexOptions().unique(true).partialFilterExpression(doc("{open: true}")));
        insert("{_id: 1, k: 'a', open: true}", "{_id: 2, k: 'a', open: false}", "{_id: 3, k: 'a'}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 4, k: 'a', open: true}"))));
        refusesDuplicate(() -> client.run(collection.updateOne(doc("{_id: 2}"), doc("{$set: {open: true}}"))));
        client.run(collection.updateOne(doc("{_id: 1}"), doc("{$set: {open: false}}")));
        client.run(collection.updateOne(doc("{_id: 2}"), doc("{$set: {open: true}}")));
        assertThat(ids("{k: 'a', open: true}")).containsExactly(2);
        assertThat(ids("{k: 'a'}")).containsExactly(1, 2, 3);
    }

    @Test
    void uniqueIndexOverDuplicatesIsRefusedAndLeavesNothing() {
        insert("{_id: 1, k: 1}", "{_id: 2, k: 1}");
        refusesDuplicate(() -> unique("{k: 1}"));
        client.run(collection.deleteOne(doc("{_id: 2}")));
        unique("{k: 1}");
        refusesDuplicate(() -> client.run(collection.insertOne(doc("{_id: 3, k: 1}"))));
        insert("{_id: 3, k: 2}");
    }

    @Test
    void sameIndexAgainIsNoErrorAndAnotherOfItsNameIs() {
        unique("{k: 1}");
        unique("{k: 1}");
        assertThat(client.all(collection.listIndexes())).hasSize(2);
        assertThatThrownBy(() -> index("{other: 1}", new IndexOptions().name("k_1")))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getCode())
                        .isEqualTo(86));
    }

    @Test
    void droppedIndexIsGoneAndAnotherCollectionsStays() {
        var other = client.collection("other");
        client.run(other.createIndex(doc("{k: 1}"), new IndexOptions().unique(true)));
        unique("{k: 1}");
        client.run(collection.dropIndex("k_1"));
        insert("{_id: 1, k: 1}", "{_id: 2, k: 1}");
        assertThat(client.all(collection.listIndexes())).hasSize(1);
        assertThat(client.all(other.listIndexes())).hasSize(2);
        assertThatThrownBy(() -> client.run(collection.dropIndex("k_1")))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getCode())
                        .isEqualTo(27));
    }

    @Test
    void droppedCollectionIsEmptyAndWithoutIndexes() {
        unique("{k: 1}");
        insert("{_id: 1, k: 1}");
        client.run(collection.drop());
        assertThat(find("{}")).isEmpty();
        insert("{_id: 1, k: 1}", "{_id: 2, k: 1}");
        assertThat(ids("{k: 1}")).containsExactly(1, 2);
    }

    @Test
    void twoArraysInOneIndexAreRefused() {
        index("{a: 1, b: 1}", new IndexOptions());
        assertThatThrownBy(() -> client.run(collection.insertOne(doc("{_id: 1, a: [1], b: [2]}"))))
                .satisfies(e -> assertThat(code(e)).isEqualTo(171));
        assertThat(find("{}")).isEmpty();
    }

    /** Many make the same thing at once: one document comes of it, and each is told that it is there. */
    @Test
    void racingUpsertsMakeOneDocument() {
        unique("{k: 1}");
        var answers = new ArrayList<CompletableFuture<Void>>();
        IntStream.range(0, 40)
                .forEach(i -> answers.add(Publishers.first(collection.updateOne(
                                doc("{k: 'same'}"), doc("{$inc: {n: 1}}"), new UpdateOptions().upsert(true)))
                        .<Void>mapEmpty()
                        .toCompletionStage()
                        .toCompletableFuture()));
        var refused = answers.stream().filter(ParityOfIndexes::isRefused).count();
        assertThat(find("{}")).hasSize(1);
        assertThat(only("{}").getInteger("n")).isEqualTo((int) (40 - refused));
    }

    @Test
    void racingInsertsOfOneKeyLetOneIn() {
        unique("{k: 1}");
        List<CompletableFuture<Void>> answers = IntStream.range(0, 40)
                .mapToObj(i -> Publishers.first(collection.insertOne(new Document("_id", i).append("k", "same")))
                        .<Void>mapEmpty()
                        .toCompletionStage()
                        .toCompletableFuture())
                .toList();
        assertThat(answers.stream().filter(ParityOfIndexes::isRefused)).hasSize(39);
    }

    private static boolean isRefused(CompletableFuture<Void> answer) {
        try {
            answer.join();
            return false;
        } catch (CompletionException e) {
            assertThat(code(e.getCause())).isEqualTo(DUPLICATE);
            return true;
        }
    }
}
