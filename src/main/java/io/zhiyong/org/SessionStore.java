package io.zhiyong.org;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Sessions, by the hash of their secret; a person's own, last used first. */
final class SessionStore {
    private static final Index OF_PERSON = Index.on("person", "seen").newestFirst();
    private static final Index BY_AGE = Index.on("seen");
    private static final int MOST = 200;

    private final Collection sessions;

    SessionStore(Store store) {
        this.sessions = store.collection("sessions");
    }

    Future<Void> start() {
        return Future.all(sessions.index(OF_PERSON), sessions.index(BY_AGE)).mapEmpty();
    }

    static String keyOf(String token) {
        return Hashes.sha256Hex("session:" + token);
    }

    Future<Void> open(Session session) {
        return sessions.insert(document(session)).mapEmpty();
    }

    Future<Optional<Session>> byKey(String key) {
        return sessions.byId(key).map(found -> found.map(SessionStore::session));
    }

    Future<List<Session>> of(PersonId person) {
        return sessions.find(eq("person", person.value()), Sorts.descending("seen"), MOST)
                .map(found -> found.stream().map(SessionStore::session).toList());
    }

    Future<Void> touch(String key, Instant now) {
        return sessions.update(eq("_id", key), new Document("$set", new Document("seen", Date.from(now))))
                .mapEmpty();
    }

    /** False when the person has no session of this name. */
    Future<Boolean> end(PersonId person, String name) {
        return sessions.delete(and(eq("person", person.value()), eq("name", name)))
                .map(ended -> ended > 0);
    }

    Future<Long> endAll(PersonId person) {
        return sessions.deleteAll(eq("person", person.value()));
    }

    Future<Long> endOthers(PersonId person, String name) {
        return sessions.deleteAll(and(eq("person", person.value()), ne("name", name)));
    }

    /** Removes what has been over for a while. */
    Future<Long> sweep(Instant now) {
        return sessions.deleteAll(lt("seen", Date.from(now.minus(Session.LONGEST))));
    }

    private static Document document(Session session) {
        return new Document("_id", session.key())
                .append("name", session.name())
                .append("person", session.person().value())
                .append("created", Date.from(session.created()))
                .append("seen", Date.from(session.seen()))
                .append("address", session.address())
                .append("agent", session.agent());
    }

    private static Session session(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("name"),
                new PersonId(document.getString("person")),
                document.getDate("created").toInstant(),
                document.getDate("seen").toInstant(),
                document.getString("address"),
                document.getString("agent"));
    }
}
