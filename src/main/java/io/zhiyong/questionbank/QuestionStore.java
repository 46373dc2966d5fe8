package io.zhiyong.questionbank;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Questions: their current versions in {@code questions}, every version that ever was in {@code question_versions}, to which
 * nothing is done but adding. The version is written first; its key decides who was first, and a head that a crash left behind
 * is moved on by whoever finds it.
 */
final class QuestionStore {
    private static final Bson BY_ID = Sorts.ascending("_id");
    private static final int LARGEST_POOL = 20_000;

    private final Collection heads;
    private final Collection versions;
    /** Versions never change, so they may be kept as long as there is room. */
    private final Cache<VersionRef, Question> known =
            Caffeine.newBuilder().maximumSize(5_000).build();

    QuestionStore(Store store) {
        this.heads = store.collection("questions");
        this.versions = store.collection("question_versions");
    }

    /** One version of one question. */
    record VersionRef(QuestionId id, int version) {
        String key() {
            return id + "@" + version;
        }
    }

    /** A version with who made it, and when. */
    record Made(Question question, PersonId by, Instant at) {}

    Future<Void> start() {
        return Future.all(
                        // list and pool: by state and subject; the rest is looked at in what these leave
                        heads.index(Index.on("state", "subject", "type", "difficulty")),
                        heads.index(Index.on("subject", "_id")),
                        heads.index(Index.on("words")),
                        heads.index(Index.on("fingerprint")),
                        versions.index(Index.on("question", "version")))
                .mapEmpty();
    }

    Future<Question> current(QuestionId id) {
        return heads.byId(id.value())
                .map(found -> found.orElseThrow(() -> Refusal.notFound("questionbank.refusal.unknown", id)))
                .map(QuestionDocuments::question);
    }

    /** Current versions of those that exist, by id. */
    Future<Map<QuestionId, Question>> current(Set<QuestionId> ids) {
        var values = ids.stream().map(QuestionId::value).toList();
        return heads.find(Filters.in("_id", values), BY_ID, Math.max(1, values.size()))
                .map(found -> {
                    var byId = new HashMap<QuestionId, Question>();
                    found.stream().map(QuestionDocuments::question).forEach(each -> byId.put(each.id(), each));
                    return byId;
                });
    }

    /** The very versions asked for, in the order asked; a refusal when one does not exist. */
    Future<List<Question>> versions(List<VersionRef> wanted) {
        var missing = wanted.stream()
                .filter(ref -> known.getIfPresent(ref) == null)
                .map(VersionRef::key)
                .distinct()
                .toList();
        return read(missing).map(read -> wanted.stream()
                .map(ref -> Optional.ofNullable(read.get(ref)).or(() -> Optional.ofNullable(known.getIfPresent(ref))))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("questionbank.refusal.unknown", "")))
                .toList());
    }

    private Future<Map<VersionRef, Question>> read(List<String> keys) {
        if (keys.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return versions.find(Filters.in("_id", keys), BY_ID, keys.size()).map(found -> {
            var read = new HashMap<VersionRef, Question>();
            for (var document : found) {
                var question = QuestionDocuments.question(document);
                read.put(new VersionRef(question.id(), question.version()), question);
            }
            known.putAll(read);
            return read;
        });
    }

    /** Newest first; the newest hundred. */
    Future<List<Made>> history(QuestionId id) {
        return versions.find(Filters.eq("question", id.value()), Sorts.descending("version"), 100)
                .map(found -> found.stream().map(QuestionStore::made).toList());
    }

    private static Made made(Document version) {
        return new Made(
                QuestionDocuments.question(version),
                new PersonId(version.getString("by")),
                version.getDate("at").toInstant());
    }

    /** Adds a new question, or the next version of one that exists; a conflict when somebody else was first. */
    Future<Question> add(Question question, PersonId by, Instant at) {
        return versions.insert(version(question, by, at))
                .compose(first -> first ? show(question) : repair(question.id(), question.version()));
    }

    private Future<Question> show(Question question) {
        var head = QuestionDocuments.head(question);
        var before = Filters.and(Filters.eq("_id", question.id().value()), Filters.lt("version", question.version()));
        return (question.version() == 1 ? heads.insert(head) : heads.replace(before, head)).map(question);
    }

    /** The version is there already: shows it if its writer did not come so far, and refuses this one. */
    private Future<Question> repair(QuestionId id, int version) {
        return versions(List.of(new VersionRef(id, version)))
                .compose(existing -> show(existing.get(0)))
                .compose(shown -> Future.failedFuture(Refusal.conflict("questionbank.refusal.changedMeanwhile", id)));
    }

    /** Adds many new questions; those whose id exists are left out. Gives the ids added. */
    Future<List<QuestionId>> addAll(List<Question> questions, PersonId by, Instant at) {
        return addFrom(questions, 0, by, at, new ArrayList<>());
    }

    private Future<List<QuestionId>> addFrom(
            List<Question> all, int from, PersonId by, Instant at, List<QuestionId> added) {
        if (from >= all.size()) {
            return Future.succeededFuture(added);
        }
        var some = all.subList(from, Math.min(all.size(), from + 50));
        return versions.insertAll(
                        some.stream().map(each -> version(each, by, at)).toList())
                .compose(existing -> heads.insertAll(
                        some.stream().map(QuestionDocuments::head).toList()))
                .compose(existing -> {
                    for (int i = 0; i < some.size(); i++) {
                        if (!existing.contains(i)) {
                            added.add(some.get(i).id());
                        }
                    }
                    return addFrom(all, from + 50, by, at, added);
                });
    }

    private static Document version(Question question, PersonId by, Instant at) {
        return QuestionDocuments.version(question)
                .append("_id", new VersionRef(question.id(), question.version()).key())
                .append("by", by.value())
                .append("at", java.util.Date.from(at));
    }

    /** By id, at most {@code limit}, after the id {@code after}. */
    Future<Page<Question>> list(QuestionFilter filter, Optional<String> after, int limit) {
        var conditions = conditions(filter);
        after.ifPresent(id -> conditions.add(Filters.gt("_id", id)));
        return heads.find(all(conditions), BY_ID, limit + 1)
                .map(found -> Page.cut(
                        found.stream().map(QuestionDocuments::question).toList(), limit, question -> question.id()
                                .value()));
    }

    private static List<Bson> conditions(QuestionFilter filter) {
        var conditions = new ArrayList<Bson>();
        filter.subject().ifPresent(subject -> conditions.add(Filters.eq("subject", subject)));
        filter.state().ifPresent(state -> conditions.add(Filters.eq("state", state.name())));
        filter.type().ifPresent(type -> conditions.add(Filters.eq("type", type.name())));
        filter.difficulty().ifPresent(level -> conditions.add(Filters.eq("difficulty", level)));
        filter.point().ifPresent(point -> conditions.add(Filters.eq("point", point)));
        var words = filter.lookedUp();
        if (!words.isEmpty()) {
            conditions.add(Filters.all("words", words));
        }
        return conditions;
    }

    private static Bson all(List<Bson> conditions) {
        return conditions.isEmpty() ? new Document() : Filters.and(conditions);
    }

    /** The published questions that rows of the blueprint take. */
    Future<Pool> pool(Blueprint blueprint) {
        var rows = blueprint.rows().stream().map(this::entries).toList();
        return Future.all(rows).map(all -> {
            var entries = new HashSet<Pool.Entry>();
            rows.forEach(row -> entries.addAll(row.result()));
            return new Pool(List.copyOf(entries)).usefulFor(blueprint);
        });
    }

    private Future<List<Pool.Entry>> entries(Blueprint.Row row) {
        var conditions = new ArrayList<Bson>(List.of(Filters.eq("state", QuestionState.PUBLISHED.name())));
        row.subject().ifPresent(subject -> conditions.add(Filters.eq("subject", subject)));
        row.type().ifPresent(type -> conditions.add(Filters.eq("type", type.name())));
        var fields = Projections.include("version", "subject", "point", "type", "difficulty", "shuffles");
        return heads.find(Filters.and(conditions), BY_ID, LARGEST_POOL, fields)
                .map(found -> found.stream().map(QuestionDocuments::entry).toList());
    }

    /** Which of these fingerprints the bank has, and under which id. */
    Future<Map<String, QuestionId>> known(Set<String> fingerprints) {
        return inParts(new ArrayList<>(fingerprints), 0, new HashMap<>());
    }

    private Future<Map<String, QuestionId>> inParts(List<String> all, int from, Map<String, QuestionId> found) {
        if (from >= all.size()) {
            return Future.succeededFuture(found);
        }
        var some = all.subList(from, Math.min(all.size(), from + 500));
        return heads.find(Filters.in("fingerprint", some), BY_ID, 1000, Projections.include("fingerprint"))
                .compose(part -> {
                    part.forEach(
                            each -> found.put(each.getString("fingerprint"), new QuestionId(each.getString("_id"))));
                    return inParts(all, from + 500, found);
                });
    }

    /** Published questions by subject, topic and point. */
    Future<List<Document>> counts() {
        var published = Filters.eq("state", QuestionState.PUBLISHED.name());
        var place = new Document("subject", "$subject").append("type", "$type").append("point", "$point");
        return heads.aggregate(
                List.of(Aggregates.match(published), Aggregates.group(place, Accumulators.sum("count", 1))));
    }
}
