package io.zhiyong.org;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.zhiyong.base.Refusal;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where passwords are hashed: Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet), by two threads of its own, with a
 * short queue. When many sign in at once the event loop goes on, memory stays bounded, and who comes last is asked to come again.
 */
final class HashingRoom implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int LONGEST_QUEUE = 200;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Future<String> nobody;

    HashingRoom(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("zhiyong-passwords", THREADS);
        this.nobody = workers.executeBlocking(() -> digest("nobody has this password"), false);
    }

    Future<String> hash(String password) {
        return queued(() -> digest(password));
    }

    /** Whether the password is the hashed one. Without a hash it takes as long, and is not. */
    Future<Boolean> matches(String password, Optional<String> hash) {
        return nobody.compose(none -> queued(() -> check(password, hash.orElse(none)) && hash.isPresent()));
    }

    private <T> Future<T> queued(Callable<T> work) {
        if (waiting.incrementAndGet() > LONGEST_QUEUE) {
            waiting.decrementAndGet();
            return Future.failedFuture(Refusal.tooMany("org.refusal.busy"));
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private static String digest(String password) {
        return Password.hash(PasswordPolicy.plain(password))
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2ID)
                .getResult();
    }

    private static boolean check(String password, String hash) {
        return Password.check(PasswordPolicy.plain(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    @Override
    public void close() {
        workers.close();
    }
}
