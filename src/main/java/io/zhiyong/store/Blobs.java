package io.zhiyong.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Files, named by the SHA-256 of their content, so that the same file is kept once and a name can never come to mean another.
 * Kept in chunks, so that a part of a long video is read without the rest.
 */
public final class Blobs {
    private static final int CHUNK = 256 * 1024;

    private final Collection blobs;
    private final Collection chunks;

    Blobs(Collection blobs, Collection chunks) {
        this.blobs = blobs;
        this.chunks = chunks;
    }

    /**
     * A file that is kept.
     *
     * @param hash 64 hexadecimal digits
     * @param size bytes
     */
    public record Blob(String hash, long size, String contentType) {}

    /** Keeps a file. Chunks first, the entry last: a blob that can be found is whole. */
    public Future<Blob> put(byte[] content, String contentType) {
        var blob = new Blob(HexFormat.of().formatHex(Hashes.sha256(content)), content.length, contentType);
        var entry = new Document("_id", blob.hash()).append("size", blob.size()).append("contentType", contentType);
        return putChunks(split(blob.hash(), content), 0)
                .compose(done -> blobs.insert(entry))
                .map(blob);
    }

    private Future<Void> putChunks(List<Document> all, int from) {
        if (from >= all.size()) {
            return Future.succeededFuture();
        }
        var some = all.subList(from, Math.min(all.size(), from + 16));
        return chunks.insertAll(some).compose(done -> putChunks(all, from + 16));
    }

    private static List<Document> split(String hash, byte[] content) {
        var parts = new ArrayList<Document>();
        for (int at = 0, n = 0; at < content.length; at += CHUNK, n++) {
            var part = java.util.Arrays.copyOfRange(content, at, Math.min(content.length, at + CHUNK));
            parts.add(new Document("_id", chunkId(hash, n)).append("bytes", new Binary(part)));
        }
        return parts;
    }

    private static String chunkId(String hash, int number) {
        return "%s-%06d".formatted(hash, number);
    }

    public Future<Blob> byHash(String hash) {
        return blobs.byId(hash)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("refusal.file")))
                .map(entry -> new Blob(hash, entry.getLong("size"), entry.getString("contentType")));
    }

    /** Bytes {@code from} to {@code to}, both included; at most 16 chunks (4 MiB) an answer, fewer bytes than asked for beyond that. */
    public Future<Buffer> read(Blob blob, long from, long to) {
        var first = (int) (from / CHUNK);
        var last = (int) Math.min(to / CHUNK, first + 15L);
        var range = Filters.and(
                Filters.gte("_id", chunkId(blob.hash(), first)), Filters.lte("_id", chunkId(blob.hash(), last)));
        return chunks.find(range, Sorts.ascending("_id"), 16).map(parts -> {
            var bytes = Buffer.buffer();
            parts.forEach(
                    part -> bytes.appendBytes(part.get("bytes", Binary.class).getData()));
            var start = (int) (from - (long) first * CHUNK);
            var end = (int) Math.min(bytes.length(), to - (long) first * CHUNK + 1);
            return bytes.getBuffer(start, end);
        });
    }
}
