package io.zhiyong.org;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * Failures at sign-in, by door: an account, an account as seen from one address, an address. An attempt counts as a failure before it is
 * judged, so a hundred guesses sent at once are not judged a hundred times.
 */
final class AttemptStore {
    private static final Index BY_AGE = Index.on("last");
    private static final int TRIES = 5;

    private final Collection attempts;

    AttemptStore(Store store) {
        this.attempts = store.collection("sign_in_attempts");
    }

    Future<Void> start() {
        return attempts.index(BY_AGE);
    }

    /** Keys are hashed: what people type into the account field is now and then their password. */
    static String key(String... parts) {
        return Hashes.sha256Hex(String.join("\n", parts));
    }

    /** Refuses while the door is shut; else counts a failure, which {@link #clear} takes back. */
    Future<Void> enter(String key, Lockout.Rule rule, Instant now) {
        return enter(key, rule, now, TRIES);
    }

    private Future<Void> enter(String key, Lockout.Rule rule, Instant now, int tries) {
        return attempts.byId(key).compose(found -> count(key, found, rule, now)).compose(counted -> {
            if (counted) {
                return Future.succeededFuture();
            }
            return tries > 0
                    ? enter(key, rule, now, tries - 1)
                    : Future.failedFuture(Refusal.tooMany("org.refusal.busy"));
        });
    }

    private Future<Boolean> count(String key, Optional<Document> found, Lockout.Rule rule, Instant now) {
        var state = found.map(AttemptStore::lockout).orElse(Lockout.NONE);
        requireOpen(state, rule, now);
        var next = state.failed(now, rule);
        var document =
                new Document("_id", key).append("failures", next.failures()).append("last", Date.from(next.last()));
        return found.isEmpty()
                ? attempts.insert(document)
                : attempts.replace(
                        new Document("_id", key)
                                .append("failures", state.failures())
                                .append("last", Date.from(state.last())),
                        document);
    }

    private static void requireOpen(Lockout state, Lockout.Rule rule, Instant now) {
        var shut = state.shutFor(now, rule);
        if (!shut.isZero()) {
            throw Refusal.tooMany(
                    "org.refusal.locked", Math.max(1, shut.plusSeconds(59).toMinutes()));
        }
    }

    /** Refuses while the door is shut, and counts nothing. */
    Future<Void> requireOpen(String key, Lockout.Rule rule, Instant now) {
        return attempts.byId(key).map(found -> {
            requireOpen(found.map(AttemptStore::lockout).orElse(Lockout.NONE), rule, now);
            return null;
        });
    }

    Future<Void> clear(String key) {
        return attempts.delete(eq("_id", key)).mapEmpty();
    }

    /** Removes what no rule remembers. */
    Future<Long> sweep(Instant now) {
        return attempts.deleteAll(lt("last", Date.from(now.minus(Duration.ofHours(25)))));
    }

    private static Lockout lockout(Document document) {
        return new Lockout(
                document.getInteger("failures", 0), document.getDate("last").toInstant());
    }
}
