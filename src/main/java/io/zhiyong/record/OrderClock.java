package io.zhiyong.record;

import io.zhiyong.record.text.Formats;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every statement a moment of its own: microseconds since 1970, strictly rising on this node. It knows which moments were
 * given and are not yet stored, so that it can say up to when all is stored (xAPI's consistent-through).
 */
final class OrderClock {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentSkipListSet<Long> underWay = new ConcurrentSkipListSet<>();

    OrderClock(Clock clock) {
        this.clock = clock;
    }

    /** Under way from now on, until it is {@link #done}. */
    synchronized long next() {
        var now = micros(clock.instant());
        var order = last.updateAndGet(before -> Math.max(before + 1, now));
        underWay.add(order);
        return order;
    }

    void done(long order) {
        underWay.remove(order);
    }

    /** Everything of this order or less that will ever be stored here is stored. */
    synchronized long settledThrough() {
        if (!underWay.isEmpty()) {
            return underWay.first() - 1;
        }
        // What was promised is kept even when the clock is set back: the next order is above it.
        return last.updateAndGet(before -> Math.max(before, micros(clock.instant())));
    }

    static long micros(Instant at) {
        return Formats.micros(at);
    }

    /** Always six places. */
    static String text(long order) {
        return TEXT.format(Instant.EPOCH.plus(order, ChronoUnit.MICROS));
    }
}
