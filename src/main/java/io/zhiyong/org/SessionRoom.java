package io.zhiyong.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.web.Gatekeeper;
import io.zhiyong.web.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions as they are used. A session in use is remembered for some seconds, so that a page costs no read for it; its end is
 * heard at once on this node and, through the news, on the others.
 */
final class SessionRoom implements Gatekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRoom.class);
    private static final int TOKEN_LENGTH = 43;

    private final SessionStore sessions;
    private final PersonStore people;
    private final NewsRoom news;
    private final Clock clock;
    private final Cache<String, Open> remembered = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();
    /** Counts the ends of sessions: what was read before the last of them is not remembered. */
    private final AtomicLong ends = new AtomicLong();

    /** A session with the person behind it. */
    private record Open(Session session, Visitor visitor) {}

    SessionRoom(SessionStore sessions, PersonStore people, NewsRoom news, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    Future<Void> start() {
        news.on(NewsRoom.Kind.PERSON, id -> forget(new PersonId(id)));
        return sessions.start();
    }

    private void forget(PersonId person) {
        ends.incrementAndGet();
        remembered.asMap().values().removeIf(open -> open.session().person().equals(person));
    }

    @Override
    public Future<Optional<Visitor>> visitor(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Future.succeededFuture(Optional.empty());
        }
        var key = SessionStore.keyOf(token);
        var open = remembered.getIfPresent(key);
        return open != null ? Future.succeededFuture(use(open)) : read(key);
    }

    private Future<Optional<Visitor>> read(String key) {
        var before = ends.get();
        return sessions.byKey(key).compose(this::withPerson).map(found -> {
            if (found.isPresent() && ends.get() == before) {
                remembered.put(key, found.get());
            }
            return found.flatMap(this::use);
        });
    }

    private Future<Optional<Open>> withPerson(Optional<Session> session) {
        if (session.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return people.byId(session.get().person())
                .map(person -> person.filter(Person::active).map(active -> open(session.get(), active)));
    }

    private static Open open(Session session, Person person) {
        return new Open(
                session,
                new Visitor(
                        person.id(), person.name(), person.unit(), person.grants(), person.language(), session.name()));
    }

    private Optional<Visitor> use(Open open) {
        var now = clock.instant();
        if (!open.session().alive(now)) {
            return Optional.empty();
        }
        if (open.session().staleAt(now)) {
            touch(open, now);
        }
        return Optional.of(open.visitor());
    }

    /** Nobody waits for it: a lost note of use costs at most some idle time. */
    private void touch(Open open, Instant now) {
        remembered
                .asMap()
                .computeIfPresent(
                        open.session().key(),
                        (key, old) -> new Open(old.session().seenAt(now), old.visitor()));
        sessions.touch(open.session().key(), now)
                .onFailure(problem -> LOG.warn("could not note the use of a session", problem));
    }

    /** Opens a session and gives the secret that opens it, which is kept nowhere. */
    Future<String> begin(PersonId person, String address, String agent) {
        var token = Ids.secret();
        var now = clock.instant();
        var session = new Session(SessionStore.keyOf(token), Ids.fresh(), person, now, now, address, agent);
        return sessions.open(session).map(token);
    }

    /** The person's sessions that still live, last used first. */
    Future<List<Session>> of(PersonId person) {
        var now = clock.instant();
        return sessions.of(person)
                .map(found ->
                        found.stream().filter(session -> session.alive(now)).toList());
    }

    Future<Void> end(PersonId person, String name) {
        return ended(person, sessions.end(person, name)).map(done -> {
            if (!done) {
                throw Refusal.notFound("org.refusal.session");
            }
            return null;
        });
    }

    Future<Long> endAll(PersonId person) {
        return ended(person, sessions.endAll(person));
    }

    /** Ends all of the person's sessions but the one of this name. */
    Future<Long> endOthers(PersonId person, String name) {
        return ended(person, sessions.endOthers(person, name));
    }

    private <T> Future<T> ended(PersonId person, Future<T> removal) {
        return removal.onComplete(done -> news.tell(NewsRoom.Kind.PERSON, person.value()));
    }

    Future<Long> sweep() {
        return sessions.sweep(clock.instant());
    }
}
