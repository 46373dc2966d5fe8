package io.zhiyong.boot.bench;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;

/** Times of one kind of request, with what failed. */
final class Latencies {
    private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1000;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, 3);
    private final java.util.concurrent.atomic.LongAdder failed = new java.util.concurrent.atomic.LongAdder();

    /**
     * What is shown of them.
     *
     * @param count answers, failures not among them
     * @param perSecond answers a second of the whole measurement
     */
    record Summary(long count, long failed, double perSecond, double p50Ms, double p95Ms, double p99Ms, double maxMs) {}

    /** Counts an answer by when it was due to be asked for, not by when it was. */
    void done(long dueNanos) {
        micros.recordValue(Math.max(1, Math.min(LONGEST, (System.nanoTime() - dueNanos) / 1000)));
    }

    void failed() {
        failed.increment();
    }

    Summary summary(Duration time) {
        return new Summary(
                micros.getTotalCount(),
                failed.sum(),
                rounded(micros.getTotalCount() / (time.toNanos() / 1e9)),
                percentile(50),
                percentile(95),
                percentile(99),
                rounded(micros.getMaxValue() / 1000.0));
    }

    private double percentile(double share) {
        return rounded(micros.getValueAtPercentile(share) / 1000.0);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
