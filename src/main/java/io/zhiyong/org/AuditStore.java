package io.zhiyong.org;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** The audit log: entries go in and are read, newest first; there is nothing here that could change one. */
final class AuditStore implements Audit {
    private static final Index BY_PERSON = Index.on("people", "_id").newestFirst();
    private static final Index BY_KIND = Index.on("what", "_id").newestFirst();

    private final Collection entries;

    AuditStore(Store store) {
        this.entries = store.collection("audit");
    }

    Future<Void> start() {
        return Future.all(entries.index(BY_PERSON), entries.index(BY_KIND)).mapEmpty();
    }

    @Override
    public Future<Void> record(AuditEntry entry) {
        return entries.insert(document(entry)).mapEmpty();
    }

    /**
     * Which entries a list shows.
     *
     * @param concerns the person who did it, or to whom it was done
     */
    record Query(Optional<PersonId> concerns, Optional<String> what) {
        private Document filter(Optional<String> after) {
            var filter = new Document();
            concerns.ifPresent(person -> filter.append("people", person.value()));
            what.ifPresent(kind -> filter.append("what", kind));
            after.ifPresent(last -> filter.append("_id", new Document("$lt", last)));
            return filter;
        }
    }

    Future<Page<AuditEntry>> list(Query query, Optional<String> after, int limit) {
        return entries.find(query.filter(after), Sorts.descending("_id"), limit + 1)
                .map(found ->
                        Page.cut(found, limit, last -> last.getString("_id")).map(AuditStore::entry));
    }

    private static Document document(AuditEntry entry) {
        var detail = new Document();
        entry.detail().forEach(detail::append);
        return new Document("_id", Ids.fresh())
                .append("at", Date.from(entry.at()))
                .append("who", entry.who().map(PersonId::value).orElse(null))
                .append("what", entry.what())
                .append("subject", entry.subject())
                .append("people", concerned(entry))
                .append("detail", detail)
                .append("address", entry.address());
    }

    /** Whoever did it, and what it was done to: the latter may be a person, and costs little when it is not. */
    private static List<String> concerned(AuditEntry entry) {
        return Stream.concat(entry.who().map(PersonId::value).stream(), Stream.of(entry.subject()))
                .distinct()
                .toList();
    }

    private static AuditEntry entry(Document document) {
        var detail = new LinkedHashMap<String, String>();
        document.get("detail", new Document()).forEach((name, value) -> detail.put(name, String.valueOf(value)));
        return new AuditEntry(
                document.getDate("at").toInstant(),
                Optional.ofNullable(document.getString("who")).map(PersonId::new),
                document.getString("what"),
                document.getString("subject"),
                Map.copyOf(detail),
                document.getString("address"));
    }
}
