package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;

/**
 * What the embedded server does not do, and says so: an answer that is silently wrong would be worse. All of it lies outside
 * the portable subset of docs/architecture.md.
 */
final class Unsupported {
    private static final int CODE = 115;
    private static final Set<String> INDEX_OPTIONS =
            Set.of("v", "key", "name", "ns", "unique", "sparse", "partialFilterExpression", "background");
    private static final Set<String> STAGES = Set.of(
            "$match",
            "$group",
            "$sort",
            "$skip",
            "$limit",
            "$unwind",
            "$project",
            "$count",
            "$facet",
            "$addFields",
            "$set",
            "$unset",
            "$replaceRoot",
            "$replaceWith",
            "$sortByCount",
            "$sample",
            "$bucket");

    private static final List<String> OPTIONS =
            List.of("collation", "hint", "let", "explain", "txnNumber", "startTransaction");

    private Unsupported() {}

    static MongoServerError refuse(String what) {
        return new MongoServerError(CODE, "CommandNotSupported", "the embedded server does not support " + what);
    }

    static void checkIndex(Document description) {
        for (var option : description.keySet()) {
            if (!INDEX_OPTIONS.contains(option)) {
                throw refuse("the index option " + option);
            }
        }
        ((Document) description.get("key")).forEach((field, direction) -> {
            if (field.contains("$") || !(direction instanceof Number number) || Math.abs(number.intValue()) != 1) {
                throw refuse("the index key " + field + ": " + direction);
            }
        });
    }

    static void checkStages(List<Document> pipeline) {
        for (var stage : pipeline) {
            for (var name : stage.keySet()) {
                if (!STAGES.contains(name)) {
                    throw refuse("the stage " + name);
                }
            }
        }
    }

    static void checkOptions(Document command) {
        for (var option : OPTIONS) {
            if (command.containsKey(option)) {
                throw refuse("the option " + option);
            }
        }
        checkProjection(command.get("projection"));
        checkProjection(command.get("fields"));
    }

    private static void checkProjection(Object projection) {
        if (projection instanceof Document fields) {
            fields.forEach((field, how) -> {
                var plain = how instanceof Number || how instanceof Boolean || isElement(how);
                if (field.endsWith(".$") || !plain) {
                    throw refuse("the projection " + field + ": " + how);
                }
            });
        }
    }

    private static boolean isElement(Object how) {
        return how instanceof Document operator && operator.keySet().equals(Set.of("$elemMatch"));
    }
}
