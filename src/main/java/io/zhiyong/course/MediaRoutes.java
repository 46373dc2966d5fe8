package io.zhiyong.course;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Blobs;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Routes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Films, captions and documents, whole or by ranges, to whoever may see the course they belong to. */
final class MediaRoutes {
    /** Not only for scripts: a document is shown in a frame by the browser's own viewer, which object-src would stop. */
    private static final String POLICY =
            "default-src 'none'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Blobs blobs;
    private final StudyRoom room;

    MediaRoutes(Blobs blobs, StudyRoom room) {
        this.blobs = blobs;
        this.room = room;
    }

    void mount(Routes routes) {
        routes.stream("/courses/:id/media/:hash", Access.signedIn(), this::serve);
    }

    private Future<Void> serve(Call call) {
        var hash = call.path("hash");
        return room.shown(call.visitor(), new CourseId(call.path("id")))
                .map(editions -> requireShown(editions, hash))
                .compose(blobs::byHash)
                .compose(blob -> answer(call, blob));
    }

    private static String requireShown(List<Edition> editions, String hash) {
        if (editions.stream().noneMatch(edition -> edition.media().contains(hash))) {
            throw Refusal.notFound("refusal.file");
        }
        return hash;
    }

    private Future<Void> answer(Call call, Blobs.Blob blob) {
        var request = call.context().request();
        var etag = "\"" + blob.hash() + "\"";
        var response = head(call, blob, etag);
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return response.setStatusCode(304).end();
        }
        var asked = ByteRange.of(request.getHeader("Range"), request.getHeader("If-Range"), etag, blob.size());
        return switch (asked.kind()) {
            case UNSATISFIABLE ->
                response.setStatusCode(416)
                        .putHeader("Content-Range", "bytes */" + blob.size())
                        .end();
            case WHOLE -> send(response, blob, new ByteRange(0, blob.size() - 1));
            case PART -> {
                var part = asked.part().orElseThrow();
                response.setStatusCode(206)
                        .putHeader("Content-Range", "bytes %d-%d/%d".formatted(part.from(), part.to(), blob.size()));
                yield send(response, blob, part);
            }
        };
    }

    private static HttpServerResponse head(Call call, Blobs.Blob blob, String etag) {
        var name = call.query("name").orElse("file");
        var keep = call.query("keep").isPresent() ? "attachment" : "inline";
        return call.context()
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, blob.contentType())
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                // A hash never comes to mean another file; but who may see it may change.
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        keep + "; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
    }

    private Future<Void> send(HttpServerResponse response, Blobs.Blob blob, ByteRange range) {
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(range.length()));
        return range.length() == 0 ? response.end() : pour(response, blob, range);
    }

    /** Piece after piece, the next when the last has left: a film never lies in memory as a whole. */
    private Future<Void> pour(HttpServerResponse response, Blobs.Blob blob, ByteRange range) {
        return blobs.read(blob, range.from(), range.to()).compose(piece -> {
            var rest = new ByteRange(range.from() + piece.length(), range.to());
            if (piece.length() == 0 || rest.length() <= 0) {
                return response.end(piece);
            }
            return response.write(piece).compose(sent -> pour(response, blob, rest));
        });
    }
}
