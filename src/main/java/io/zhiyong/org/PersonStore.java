package io.zhiyong.org;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * People. Lists are read by the array of units from the root down to the person's own, so that "the unit and all below it" is one
 * equality, in the order of {@link NameOrder}, which is also the key of paging.
 */
final class PersonStore {
    private static final Index BY_ACCOUNT = Index.on("account").unique();
    private static final Index BELOW_BY_NAME = Index.on("units", "active", "order");
    private static final Index BELOW_BY_ACCOUNT = Index.on("units", "active", "account");
    private static final Index IN_BY_NAME = Index.on("unit", "active", "order");
    private static final Index BY_IMPORT = Index.on("import").where("imported", true);

    private final Collection people;
    private final Cache<PersonId, Person> remembered = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    PersonStore(Store store) {
        this.people = store.collection("people");
    }

    Future<Void> start() {
        return Future.all(
                        people.index(BY_ACCOUNT),
                        people.index(BELOW_BY_NAME),
                        people.index(BELOW_BY_ACCOUNT),
                        people.index(IN_BY_NAME),
                        people.index(BY_IMPORT))
                .mapEmpty();
    }

    Future<Optional<Person>> byId(PersonId id) {
        var known = remembered.getIfPresent(id);
        return known != null
                ? Future.succeededFuture(Optional.of(known))
                : people.byId(id.value()).map(found -> found.map(this::remember));
    }

    private Person remember(Document document) {
        var person = PersonDocuments.person(document);
        remembered.put(person.id(), person);
        return person;
    }

    /** What this node remembers of the person is out of date. */
    void forget(PersonId id) {
        remembered.invalidate(id);
    }

    Future<Map<PersonId, Person>> byIds(java.util.Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Person>(remembered.getAllPresent(new HashSet<>(ids)));
        var missing = ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(PersonId::value)
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return Future.succeededFuture(found);
        }
        return people.find(in("_id", missing), ascending("_id"), missing.size()).map(documents -> {
            documents.forEach(document -> found.put(remember(document).id(), PersonDocuments.person(document)));
            return found;
        });
    }

    Future<Optional<Person>> byAccount(String account) {
        return people.first(eq("account", Account.plain(account))).map(found -> found.map(PersonDocuments::person));
    }

    /** Those of the accounts that are taken. */
    Future<List<String>> taken(List<String> accounts) {
        return people.find(
                        in("account", accounts),
                        ascending("_id"),
                        Math.max(1, accounts.size()),
                        new Document("account", 1))
                .map(found ->
                        found.stream().map(each -> each.getString("account")).toList());
    }

    Future<Boolean> isEmpty() {
        return people.first(new Document()).map(Optional::isEmpty);
    }

    /**
     * Which people a list shows.
     *
     * @param unit by own unit, or by the unit and all below it
     * @param prefix the beginning of what is listed by; empty for all
     */
    record Range(UnitId unit, boolean below, boolean active, boolean byAccount, String prefix) {
        private Document filter(Optional<String> after) {
            var key = new Document();
            if (!prefix.isEmpty()) {
                key.append("$gte", prefix).append("$lt", NameOrder.beyond(prefix));
            }
            after.ifPresent(last -> {
                key.remove("$gte");
                key.append("$gt", last);
            });
            var filter = new Document(below ? "units" : "unit", unit.value()).append("active", active);
            return key.isEmpty() ? filter : filter.append(sortKey(), key);
        }

        private String sortKey() {
            return byAccount ? "account" : "order";
        }
    }

    Future<Page<Person>> list(Range range, Optional<String> after, int limit) {
        return people.find(range.filter(after), ascending(range.sortKey()), limit + 1)
                .map(documents -> Page.cut(documents, limit, last -> last.getString(range.sortKey()))
                        .map(PersonDocuments::person));
    }

    /** How many active people each unit has, not counting those of units below it. */
    Future<Map<UnitId, Long>> headcounts() {
        return people.aggregate(List.of(
                        new Document("$match", new Document("active", true)),
                        new Document("$group", new Document("_id", "$unit").append("n", new Document("$sum", 1)))))
                .map(groups -> {
                    var counts = new HashMap<UnitId, Long>();
                    groups.forEach(group ->
                            counts.put(new UnitId(group.getString("_id")), ((Number) group.get("n")).longValue()));
                    return counts;
                });
    }

    /** Refused when somebody else has the account. */
    Future<Person> insert(Person person, List<String> units) {
        return people.insert(PersonDocuments.of(person, units)).map(inserted -> {
            if (!inserted) {
                throw Refusal.conflict("org.refusal.accountTaken", person.account());
            }
            return person;
        });
    }

    /** The positions of those whose account or id is taken; all others are in. */
    Future<List<Integer>> insertAll(List<Document> documents) {
        return people.insertAll(documents);
    }

    /** Changes only the fields named, so that two administrators at two forms do not undo each other. */
    Future<Person> update(Person person, List<String> units, List<String> fields) {
        var document = PersonDocuments.of(person, units);
        var changed = new Document();
        fields.forEach(field -> changed.append(field, document.get(field)));
        return people.findAndUpdate(eq("_id", person.id().value()), new Document("$set", changed), false)
                .onComplete(done -> forget(person.id()))
                .map(found -> found.map(PersonDocuments::person)
                        .orElseThrow(() -> Refusal.conflict("org.refusal.accountTaken", person.account())));
    }

    /** Gives the person other roles, unless somebody else has just done so. */
    Future<Person> regrant(Person before, List<Grant> grants) {
        var unchanged = new Document("_id", before.id().value()).append("grants", documents(before.grants()));
        var change = new Document("$set", new Document("grants", documents(grants)));
        return people.findAndUpdate(unchanged, change, false)
                .onComplete(done -> forget(before.id()))
                .map(found -> found.map(PersonDocuments::person)
                        .orElseThrow(() -> Refusal.conflict("org.refusal.meanwhile")));
    }

    private static List<Document> documents(List<Grant> grants) {
        return grants.stream().map(PersonDocuments::grant).toList();
    }

    /** After a unit has moved: everybody in it is below other units now. */
    Future<Void> replant(UnitId unit, List<String> units) {
        return people.updateAll(eq("unit", unit.value()), Updates.set("units", units))
                .mapEmpty();
    }

    /** The people of one import, without the rest of their documents. */
    Future<List<Person>> ofImport(String id, int limit) {
        return people.find(new Document("import", id).append("imported", true), ascending("_id"), limit)
                .map(documents ->
                        documents.stream().map(PersonDocuments::person).toList());
    }

    Future<Void> removeImport(String id) {
        return people.deleteAll(new Document("import", id).append("imported", true))
                .mapEmpty();
    }
}
