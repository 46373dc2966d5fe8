package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query in the form in which the engine answers it rightly. Of an array, different elements may satisfy {@code $gt} and
 * {@code $lt} (MongoDB manual, "Query an Array with Compound Filter Conditions"); the engine would ask it of one element,
 * unless each operator stands by itself.
 */
final class MatchForm {
    private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");

    /** These are one condition in two words. */
    private static final Set<String> INSEPARABLE = Set.of("$regex", "$options");

    private MatchForm() {}

    static Document of(Document query) {
        var form = new Document();
        var apart = new ArrayList<Document>();
        query.forEach((key, value) -> {
            if (LOGICAL.contains(key)) {
                form.put(
                        key,
                        WriteCommands.documents(value).stream()
                                .map(MatchForm::of)
                                .toList());
            } else if (isSeparable(value)) {
                ((Document) value)
                        .forEach((operator, operand) -> apart.add(new Document(key, new Document(operator, operand))));
            } else {
                form.put(key, value);
            }
        });
        if (!apart.isEmpty()) {
            apart.addAll(WriteCommands.documents(form.get("$and")));
            form.put("$and", apart);
        }
        return form;
    }

    /** A pipeline with the same done to its {@code $match} stages. */
    static List<Document> ofStages(List<Document> pipeline) {
        return pipeline.stream()
                .map(stage -> stage.get("$match") instanceof Document query ? new Document("$match", of(query)) : stage)
                .toList();
    }

    private static boolean isSeparable(Object value) {
        return value instanceof Document operators
                && operators.size() > 1
                && operators.keySet().stream().allMatch(key -> key.startsWith("$") && !INSEPARABLE.contains(key));
    }
}
