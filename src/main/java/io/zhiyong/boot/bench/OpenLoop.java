package io.zhiyong.boot.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Asks at a fixed rate, whether or not earlier questions have been answered. */
final class OpenLoop {
    private static final long TICK_MILLIS = 2;

    private final Vertx vertx;
    private final int perSecond;
    private final Duration length;

    OpenLoop(Vertx vertx, int perSecond, Duration length) {
        this.vertx = vertx;
        this.perSecond = perSecond;
        this.length = length;
    }

    /** Asks the n-th question at its due time; done when all have been answered or have failed. */
    Future<Latencies> run(LongFunction<Future<?>> question) {
        var latencies = new Latencies();
        var done = Promise.<Latencies>promise();
        var total = perSecond * length.toSeconds();
        var open = new AtomicLong(total);
        var start = System.nanoTime();
        var next = new AtomicLong();
        vertx.setPeriodic(TICK_MILLIS, timer -> {
            var due = Math.min((double) total, (System.nanoTime() - start) / 1_000_000_000.0 * perSecond);
            for (; next.get() < due; next.incrementAndGet()) {
                ask(question, next.get(), start, latencies).onComplete(answered -> {
                    if (open.decrementAndGet() == 0) {
                        done.complete(latencies);
                    }
                });
            }
            if (next.get() >= total) {
                vertx.cancelTimer(timer);
            }
        });
        return done.future();
    }

    private Future<?> ask(LongFunction<Future<?>> question, long n, long start, Latencies latencies) {
        var due = start + n * 1_000_000_000L / perSecond;
        return question.apply(n).onSuccess(answer -> latencies.done(due)).onFailure(problem -> latencies.failed());
    }
}
