package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.zhiyong.base.Json;
import io.zhiyong.record.AgentKey;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import io.zhiyong.record.xapi.DocumentStore.Kept;
import io.zhiyong.record.xapi.DocumentStore.Key;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** activities/state, activities/profile, agents/profile (xAPI 1.0.3 Communication 2.2, 2.3, 2.6, 2.7, 3.1). */
final class DocumentRoutes {
    private static final int TRIES = 10;

    private final DocumentStore documents;
    private final Clock clock;

    DocumentRoutes(DocumentStore documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** What sets the three resources apart. */
    enum Kind {
        STATE("stateId", Scope.STATE, "activityId", "agent", "registration"),
        ACTIVITY_PROFILE("profileId", Scope.PROFILE, "activityId"),
        AGENT_PROFILE("profileId", Scope.PROFILE, "agent");

        private final String idName;
        private final Scope scope;
        private final java.util.List<String> places;

        Kind(String idName, Scope scope, String... places) {
            this.idName = idName;
            this.scope = scope;
            this.places = java.util.List.of(places);
        }
    }

    Future<Answer> handle(Kind kind, XapiRequest request) {
        var reading = request.method().equals("GET");
        if (reading) {
            request.credential().require(kind.scope, Scope.ALL_READ);
        } else {
            request.credential().require(kind.scope);
        }
        allow(kind, request);
        var place = place(kind, request);
        return switch (request.method()) {
            case "GET" -> get(kind, place, request);
            case "PUT" -> write(new Key(place, request.need(kind.idName)), kind, request, TRIES);
            case "POST" -> write(new Key(place, request.need(kind.idName)), kind, request, TRIES);
            case "DELETE" -> delete(kind, place, request);
            default -> throw new XapiFailure(405, "no such method here");
        };
    }

    private static void allow(Kind kind, XapiRequest request) {
        var names = new java.util.ArrayList<>(kind.places);
        names.add(kind.idName);
        if (request.method().equals("GET")) {
            names.add("since");
        }
        request.allow(names.toArray(String[]::new));
        if (request.has("since") && request.has(kind.idName)) {
            throw XapiFailure.bad("since goes with lists only");
        }
    }

    private static String place(Kind kind, XapiRequest request) {
        var place = new StringBuilder(kind.name());
        if (kind.places.contains("activityId")) {
            place.append('\n').append(request.needIri("activityId"));
        }
        if (kind.places.contains("agent")) {
            place.append('\n')
                    .append(AgentKey.of(request.needAgent())
                            .orElseThrow(() -> XapiFailure.bad("agent without an identifier")));
        }
        request.uuid("registration").ifPresent(uuid -> place.append('\n').append(uuid));
        return place.toString();
    }

    private Future<Answer> get(Kind kind, String place, XapiRequest request) {
        if (!request.has(kind.idName)) {
            return documents.ids(place, request.time("since")).map(ids -> Answer.json(Json.write(ids)));
        }
        return documents.get(new Key(place, request.need(kind.idName))).map(found -> {
            var kept = found.orElseThrow(() -> new XapiFailure(404, "no such document"));
            return Answer.of(kept.contentType(), kept.content())
                    .with("ETag", kept.etag())
                    .with(
                            "Last-Modified",
                            DateTimeFormatter.ISO_INSTANT.format(kept.updated().atOffset(ZoneOffset.UTC)));
        });
    }

    private Future<Answer> write(Key key, Kind kind, XapiRequest request, int tries) {
        if (request.contentType().isEmpty()) {
            throw XapiFailure.bad("a document needs a Content-Type");
        }
        return documents.get(key).compose(existing -> {
            preconditions(existing, kind, request);
            var merging = request.method().equals("POST") && existing.isPresent();
            var content = merging ? merged(existing.get(), request) : checked(request);
            var type = merging ? "application/json" : request.contentType();
            return documents.put(key, existing, content, type, clock.instant()).compose(done -> {
                if (done) {
                    return Future.succeededFuture(Answer.nothing());
                }
                if (tries == 0) {
                    throw new XapiFailure(409, "somebody else keeps writing this document");
                }
                return write(key, kind, request, tries - 1);
            });
        });
    }

    /** Communication 3.1; a PUT over a document needs a precondition: profiles always, states since 2.0. */
    private static void preconditions(Optional<Kept> existing, Kind kind, XapiRequest request) {
        var match = request.header("if-match");
        var noneMatch = request.header("if-none-match");
        if (match.isPresent()
                && existing.filter(kept -> names(match.get(), kept)).isEmpty()) {
            throw new XapiFailure(412, "If-Match: the document is not that version");
        }
        if (noneMatch.isPresent()
                && existing.filter(kept -> names(noneMatch.get(), kept)).isPresent()) {
            throw new XapiFailure(412, "If-None-Match: there is such a document");
        }
        var guarded = kind != Kind.STATE || request.version() == XapiVersion.V2;
        if (request.method().equals("PUT")
                && guarded
                && existing.isPresent()
                && match.isEmpty()
                && noneMatch.isEmpty()) {
            throw new XapiFailure(
                    409, "there is a document already: read it, then send If-Match with its ETag, or If-None-Match");
        }
    }

    private static boolean names(String header, Kept kept) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals(kept.etag()) || ('"' + tag + '"').equals(kept.etag()));
    }

    private static byte[] checked(XapiRequest request) {
        // What calls itself JSON and is merged later must be an object (XAPI-00235, 00284, 00314).
        if (request.isJson()
                && request.method().equals("POST")
                && !request.json().isObject()) {
            throw XapiFailure.bad("a JSON document that is posted must be an object");
        }
        return request.body();
    }

    /** Top-level members only (Communication 2.2). */
    private static byte[] merged(Kept existing, XapiRequest request) {
        var type = existing.contentType().split(";", 2)[0].strip();
        if (!request.isJson() || !type.equalsIgnoreCase("application/json")) {
            throw XapiFailure.bad("only JSON can be merged with JSON");
        }
        var before = XapiRequest.json(XapiRequest.text(existing.content()), "the existing document");
        if (!(before instanceof ObjectNode object) || !(request.json() instanceof ObjectNode posted)) {
            throw XapiFailure.bad("only objects can be merged");
        }
        object.setAll(posted);
        return Tree.write(object).getBytes(StandardCharsets.UTF_8);
    }

    private Future<Answer> delete(Kind kind, String place, XapiRequest request) {
        if (!request.has(kind.idName)) {
            if (kind != Kind.STATE) {
                throw XapiFailure.bad("missing parameter: " + kind.idName);
            }
            return documents.deleteAll(place).map(Answer.nothing());
        }
        var key = new Key(place, request.need(kind.idName));
        return documents.get(key).compose(existing -> {
            preconditions(existing, kind, request);
            return existing.isEmpty()
                    ? Future.succeededFuture(Answer.nothing())
                    : documents.delete(key, existing.get()).map(gone -> {
                        if (!gone && request.header("if-match").isPresent()) {
                            throw new XapiFailure(412, "If-Match: the document is no longer that version");
                        }
                        return Answer.nothing();
                    });
        });
    }
}
