package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.record.text.Tree;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * What is known of activities from all statements together (xAPI 1.0.3 Communication 2.5): texts in every language that came,
 * the rest as it came last. Kept apart from statements, and behind a cache, so that a thousand statements about one course
 * write its definition once.
 */
public final class ActivityStore {
    private static final int TRIES = 5;

    private final Collection activities;
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public ActivityStore(Store store) {
        this.activities = store.collection("xapi_activities");
    }

    /** Takes in the definitions of everything a statement names. */
    public Future<Void> learn(JsonNode statement) {
        var definitions = new LinkedHashMap<String, ObjectNode>();
        collect(statement, definitions);
        return Future.all(definitions.entrySet().stream()
                        .map(entry -> learn(entry.getKey(), entry.getValue(), TRIES))
                        .toList())
                .mapEmpty();
    }

    /** The definition; empty when nobody ever gave one. */
    Future<Optional<JsonNode>> of(String iri) {
        return activities.byId(iri).map(found -> found.map(document -> Tree.read(document.getString("definition"))));
    }

    Future<Map<String, JsonNode>> of(List<String> iris) {
        return activities
                .find(Filters.in("_id", iris), Sorts.ascending("_id"), Math.max(1, iris.size()))
                .map(found -> {
                    var byIri = new HashMap<String, JsonNode>();
                    found.forEach(one -> byIri.put(one.getString("_id"), Tree.read(one.getString("definition"))));
                    return byIri;
                });
    }

    private Future<Void> learn(String iri, ObjectNode definition, int tries) {
        var cached = known.getIfPresent(iri);
        if (cached != null
                && Tree.write(merged((ObjectNode) Tree.read(cached), definition))
                        .equals(cached)) {
            return Future.succeededFuture();
        }
        return activities.byId(iri).compose(found -> {
            var before = found.map(document -> document.getString("definition"));
            var after = Tree.write(before.map(text -> merged((ObjectNode) Tree.read(text), definition))
                    .orElse(definition));
            var document = new Document("_id", iri).append("definition", after);
            Future<Boolean> written = before.isEmpty()
                    ? activities.insert(document)
                    : activities.replace(
                            Filters.and(Filters.eq("_id", iri), Filters.eq("definition", before.get())), document);
            return written.compose(done -> {
                if (done || tries == 0) {
                    known.put(iri, after);
                    return Future.succeededFuture();
                }
                return learn(iri, definition, tries - 1);
            });
        });
    }

    private static ObjectNode merged(ObjectNode before, ObjectNode definition) {
        definition.properties().forEach(member -> {
            var name = member.getKey();
            if ((name.equals("name") || name.equals("description")) && before.get(name) instanceof ObjectNode texts) {
                texts.setAll((ObjectNode) member.getValue());
            } else {
                before.set(name, member.getValue());
            }
        });
        return before;
    }

    private static void collect(JsonNode statement, Map<String, ObjectNode> into) {
        var object = statement.path("object");
        if (object.path("objectType").asText().equals("SubStatement")) {
            collect(object, into);
        }
        add(object, into);
        statement.path("context").path("contextActivities").forEach(kind -> {
            if (kind.isArray()) {
                kind.forEach(activity -> add(activity, into));
            } else {
                add(kind, into);
            }
        });
    }

    private static void add(JsonNode activity, Map<String, ObjectNode> into) {
        if (activity.get("definition") instanceof ObjectNode definition && !definition.isEmpty()) {
            into.put(activity.path("id").asText(), definition.deepCopy());
        }
    }
}
