package io.zhiyong.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs from a given time on and can be moved forward. Leases and orders need one that runs. */
public final class HandClock extends Clock {
    private final long started = System.nanoTime();
    private final AtomicReference<Instant> now;

    public HandClock(String start) {
        this.now = new AtomicReference<>(Instant.parse(start));
    }

    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now.get().plusNanos(System.nanoTime() - started);
    }
}
