package io.zhiyong.record.xapi;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.record.text.Formats;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** State and profile documents; written only over the version that was looked at. */
final class DocumentStore {
    private static final int MOST = 1000;

    private final Collection documents;

    DocumentStore(Store store) {
        this.documents = store.collection("xapi_documents");
    }

    Future<Void> start() {
        return documents.index(Index.on("place", "updated"));
    }

    /**
     * Where a document lies.
     *
     * @param place kind, activity, agent, registration: whatever applies, in a text
     * @param id of the document there
     */
    record Key(String place, String id) {
        String hash() {
            return Hashes.sha256Hex(place.length() + ":" + place + id);
        }
    }

    /**
     * A document.
     *
     * @param etag SHA-1 of the content, in quotes
     */
    record Kept(byte[] content, String contentType, String etag, Instant updated) {}

    Future<Optional<Kept>> get(Key key) {
        return documents
                .byId(key.hash())
                .map(found -> found.map(document -> new Kept(
                        document.get("content", Binary.class).getData(),
                        document.getString("contentType"),
                        document.getString("etag"),
                        instant(document.getLong("updated")))));
    }

    /** False when it is no longer the version that was expected: empty for none. */
    Future<Boolean> put(Key key, Optional<Kept> expected, byte[] content, String contentType, Instant now) {
        var document = new Document("_id", key.hash())
                .append("place", key.place())
                .append("id", key.id())
                .append("content", new Binary(content))
                .append("contentType", contentType)
                .append("etag", etag(content))
                .append("updated", micros(now));
        return expected.isEmpty()
                ? documents.insert(document)
                : documents.replace(
                        Filters.and(
                                Filters.eq("_id", key.hash()),
                                Filters.eq("etag", expected.get().etag())),
                        document);
    }

    Future<Boolean> delete(Key key, Kept expected) {
        return documents
                .delete(Filters.and(Filters.eq("_id", key.hash()), Filters.eq("etag", expected.etag())))
                .map(gone -> gone == 1);
    }

    Future<Void> deleteAll(String place) {
        return documents.deleteAll(new Document("place", place)).mapEmpty();
    }

    /** Of those written after that moment. Served by place. */
    Future<List<String>> ids(String place, Optional<Instant> since) {
        var filter = new Document("place", place);
        since.ifPresent(moment -> filter.append("updated", new Document("$gt", micros(moment))));
        return documents
                .find(filter, Sorts.ascending("updated"), MOST, Projections.include("id"))
                .map(found -> found.stream().map(one -> one.getString("id")).toList());
    }

    static String etag(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(content);
            return '"' + HexFormat.of().formatHex(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long micros(Instant at) {
        return Formats.micros(at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
