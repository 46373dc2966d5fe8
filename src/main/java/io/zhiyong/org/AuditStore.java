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
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The audit log: entries go in and are read, newest first; there is nothing here that could change one. */
final class AuditStore implements Audit {
    private static final Index BY_WHO = Index.on("who", "_id").newestFirst();
    private static final Index BY_SUBJECT = Index.on("subject", "_id").newestFirst();
    private static final Index BY_KIND = Index.on("what", "_id").newestFirst();

    private final Collection entries;

    AuditStore(Store store) {
        this.entries = store.collection("audit");
    }

    Future<Void> start() {
        return Future.all(entries.index(BY_WHO), entries.index(BY_SUBJECT), entries.index(BY_KIND))
                .mapEmpty();
    }

    @Override
    public Future<Void> record(AuditEntry entry) {
        return entries.insert(document(entry)).mapEmpty();
    }

    /** Which entries a list shows; the first that is given is the one whose index is read. */
    record Query(Optional<PersonId> who, Optional<String> subject, Optional<String> what) {
        private Document filter(Optional<String> after) {
            var filter = new Document();
            who.ifPresent(person -> filter.append("who", person.value()));
            subject.ifPresent(id -> filter.append("subject", id));
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
                .append("detail", detail)
                .append("address", entry.address());
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
