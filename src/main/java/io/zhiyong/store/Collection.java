package io.zhiyong.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection. An answer to a write means that the write is durable; every answer arrives on the caller's Vert.x context.
 * A unique key that exists is an answer (false, or a position), not an error.
 */
public final class Collection {
    /** Documents a request to the server: small enough that a reply is never refused for its size. */
    private static final int BATCH = 500;

    private static final int DUPLICATE_KEY = 11000;
    private static final Bson BY_ID = Sorts.ascending("_id");

    private final MongoCollection<Document> documents;

    Collection(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** Makes an index unless it exists. Called once at start by the store class that declares it. */
    public Future<Void> index(Index index) {
        return Publishers.first(documents.createIndex(index.document(), index.options()))
                .mapEmpty();
    }

    public Future<Optional<Document>> byId(Object id) {
        return first(Filters.eq("_id", id));
    }

    public Future<Optional<Document>> first(Bson filter) {
        return Publishers.first(documents.find(filter).batchSize(1).limit(1));
    }

    public Future<Optional<Document>> first(Bson filter, Bson sort) {
        return Publishers.first(documents.find(filter).sort(sort).batchSize(1).limit(1));
    }

    /** At most {@code limit} documents in order. */
    public Future<List<Document>> find(Bson filter, Bson sort, int limit) {
        return Publishers.all(documents.find(filter).sort(sort).limit(limit).batchSize(Math.min(limit, BATCH)));
    }

    /** The same with only some fields of each: {@code _id} and those named. */
    public Future<List<Document>> find(Bson filter, Bson sort, int limit, Bson fields) {
        return Publishers.all(documents
                .find(filter)
                .projection(fields)
                .sort(sort)
                .limit(limit)
                .batchSize(Math.min(limit, BATCH)));
    }

    /**
     * Hands every matching document over in the order of {@code _id}, batch after batch, the next only when the last is done.
     * For rebuilds and exports; what is written meanwhile may or may not be seen.
     */
    public Future<Void> each(Bson filter, Function<List<Document>, Future<Void>> batch) {
        return find(filter, BY_ID, BATCH).compose(read -> next(filter, read, batch));
    }

    private Future<Void> next(Bson filter, List<Document> read, Function<List<Document>, Future<Void>> batch) {
        if (read.isEmpty()) {
            return Future.succeededFuture();
        }
        var rest =
                Filters.and(filter, Filters.gt("_id", read.get(read.size() - 1).get("_id")));
        return batch.apply(read).compose(done -> find(rest, BY_ID, BATCH)).compose(more -> next(filter, more, batch));
    }

    /** False when a unique key already exists; nothing is written then. */
    public Future<Boolean> insert(Document document) {
        return Publishers.first(documents.insertOne(document)).map(true).recover(Collection::falseIfDuplicate);
    }

    /** Inserts all that can be, in any order; gives the positions of those whose unique key already existed. */
    public Future<List<Integer>> insertAll(List<Document> all) {
        if (all.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return Publishers.first(documents.insertMany(all, new InsertManyOptions().ordered(false)))
                .map(List.<Integer>of())
                .recover(Collection::duplicatePositions);
    }

    /** Replaces the document with this {@code _id}, or inserts it. */
    public Future<Void> put(Document document) {
        var same = Filters.eq("_id", document.get("_id"));
        return Publishers.first(documents.replaceOne(same, document, new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    /** Replaces one document that matches; false when none does. The filter names the version that was read. */
    public Future<Boolean> replace(Bson filter, Document document) {
        return Publishers.one(documents.replaceOne(filter, document)).map(result -> result.getMatchedCount() == 1);
    }

    /** Updates one document; how many matched. */
    public Future<Long> update(Bson filter, Bson update) {
        return Publishers.one(documents.updateOne(filter, update)).map(UpdateResult::getMatchedCount);
    }

    public Future<Long> updateAll(Bson filter, Bson update) {
        return Publishers.one(documents.updateMany(filter, update)).map(UpdateResult::getMatchedCount);
    }

    /** Updates one document or makes it; false when two raced to make it and this call lost. */
    public Future<Boolean> upsert(Bson filter, Bson update) {
        return Publishers.one(documents.updateOne(filter, update, new UpdateOptions().upsert(true)))
                .map(true)
                .recover(Collection::falseIfDuplicate);
    }

    /** Updates one document and gives it as it is after; empty when none matched and none was made. */
    public Future<Optional<Document>> findAndUpdate(Bson filter, Bson update, boolean upsert) {
        var options = new FindOneAndUpdateOptions().upsert(upsert).returnDocument(ReturnDocument.AFTER);
        return Publishers.first(documents.findOneAndUpdate(filter, update, options))
                .recover(problem ->
                        isDuplicate(problem) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(problem));
    }

    public Future<Long> delete(Bson filter) {
        return Publishers.one(documents.deleteOne(filter)).map(DeleteResult::getDeletedCount);
    }

    public Future<Long> deleteAll(Bson filter) {
        return Publishers.one(documents.deleteMany(filter)).map(DeleteResult::getDeletedCount);
    }

    public Future<Long> count(Bson filter) {
        return Publishers.one(documents.countDocuments(filter));
    }

    /** A pipeline of the portable stages: {@code $match $group $sort $limit $unwind $project $count $facet}. */
    public Future<List<Document>> aggregate(List<? extends Bson> pipeline) {
        return Publishers.all(documents.aggregate(pipeline).batchSize(BATCH));
    }

    /** Many writes in one request, in any order; a duplicate key among them is no error. */
    public Future<Void> writeAll(List<? extends WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return Future.succeededFuture();
        }
        return Publishers.first(documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .<Void>mapEmpty()
                .recover(problem -> duplicatePositions(problem).<Void>mapEmpty());
    }

    private static Future<Boolean> falseIfDuplicate(Throwable problem) {
        return isDuplicate(problem) ? Future.succeededFuture(false) : Future.failedFuture(problem);
    }

    private static boolean isDuplicate(Throwable problem) {
        return problem instanceof MongoWriteException write && write.getCode() == DUPLICATE_KEY
                || problem instanceof com.mongodb.MongoCommandException command && command.getCode() == DUPLICATE_KEY;
    }

    private static Future<List<Integer>> duplicatePositions(Throwable problem) {
        if (problem instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
            return Future.succeededFuture(
                    bulk.getWriteErrors().stream().map(BulkWriteError::getIndex).toList());
        }
        return Future.failedFuture(problem);
    }
}
