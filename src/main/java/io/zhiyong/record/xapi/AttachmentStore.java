package io.zhiyong.record.xapi;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.store.Blobs;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.Optional;
import org.bson.Document;

/** The content of attachments, named by the SHA-2 that statements name them by; the same content is kept once. */
final class AttachmentStore {
    private final Collection attachments;
    private final Blobs blobs;

    AttachmentStore(Store store) {
        this.attachments = store.collection("xapi_attachments");
        this.blobs = store.blobs();
    }

    Future<Void> keep(String sha2, byte[] content, String contentType) {
        return blobs.put(content, contentType)
                .compose(blob -> attachments.insert(new Document("_id", sha2).append("blob", blob.hash())))
                .mapEmpty();
    }

    Future<Optional<byte[]>> content(String sha2) {
        return attachments
                .byId(sha2)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : blobs.byHash(found.get().getString("blob"))
                                .compose(blob -> read(blob, 0, Buffer.buffer()))
                                .map(Optional::of));
    }

    private Future<byte[]> read(Blobs.Blob blob, long from, Buffer so) {
        if (from >= blob.size()) {
            return Future.succeededFuture(so.getBytes());
        }
        return blobs.read(blob, from, blob.size() - 1)
                .compose(some -> read(blob, from + some.length(), so.appendBuffer(some)));
    }
}
