package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.zhiyong.store.EmbeddedDatabase.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Writes whose replies the engine gets wrong: it counts refused documents, and goes on after an error in an ordered batch. */
final class WriteCommands {
    private static final String ERRORS = "writeErrors";
    private static final int FAILED_TO_PARSE = 9;

    private WriteCommands() {}

    static Document insert(Request request, Function<Request, Document> engine) {
        var ordered = isOrdered(request);
        var reply = engine.apply(request.with("ordered", ordered));
        var errors = documents(reply.get(ERRORS));
        if (!errors.isEmpty()) {
            var sent = documents(request.body().get("documents")).size();
            reply.put("n", ordered ? number(errors.get(0).get("index")) : sent - errors.size());
        }
        return reply;
    }

    /** Update by update, so that an ordered batch stops at its first error. */
    static Document update(Request request, Function<Request, Document> engine) {
        var updates = documents(request.body().get("updates"));
        var upserted = new ArrayList<Document>();
        var errors = new ArrayList<Document>();
        var matched = 0;
        var modified = 0;
        for (int i = 0; i < updates.size() && !(isOrdered(request) && !errors.isEmpty()); i++) {
            checkUpdate(updates.get(i).get("u"));
            var reply = engine.apply(request.with("updates", List.of(updates.get(i))));
            matched += number(reply.get("n"));
            modified += number(reply.get("nModified"));
            collect(reply.get("upserted"), i, upserted);
            collect(reply.get(ERRORS), i, errors);
        }
        var reply = new Document("n", matched).append("nModified", modified);
        putIfAny(reply, "upserted", upserted);
        putIfAny(reply, ERRORS, errors);
        return reply.append("ok", 1.0);
    }

    private static void collect(Object list, int index, List<Document> into) {
        for (var item : documents(list)) {
            item.put("index", index);
            into.add(item);
        }
    }

    private static void putIfAny(Document reply, String key, List<Document> list) {
        if (!list.isEmpty()) {
            reply.put(key, list);
        }
    }

    static Document findAndModify(Request request, Function<Request, Document> engine) {
        if (request.body().containsKey("update")) {
            checkUpdate(request.body().get("update"));
        }
        return engine.apply(request);
    }

    private static void checkUpdate(Object update) {
        if (update instanceof Collection) {
            throw Unsupported.refuse("updates by a pipeline");
        }
        if (!(update instanceof Document)) {
            throw new MongoServerError(FAILED_TO_PARSE, "FailedToParse", "an update must be a document");
        }
    }

    /** Ordered unless told otherwise, as in MongoDB. */
    private static boolean isOrdered(Request request) {
        return !Boolean.FALSE.equals(request.body().get("ordered"));
    }

    static List<Document> documents(Object list) {
        return list instanceof Collection<?> values
                ? values.stream().map(Document.class::cast).toList()
                : List.of();
    }

    static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
