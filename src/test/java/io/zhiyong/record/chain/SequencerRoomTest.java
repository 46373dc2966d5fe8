package io.zhiyong.record.chain;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes over one store. */
@ExtendWith(StoreExtension.class)
class SequencerRoomTest {
    /** Statements in memory that all nodes see. */
    private static final class Shared implements SequencerRoom.Source {
        private final Map<String, byte[]> waiting = new LinkedHashMap<>();
        final Map<String, Long> numbers = new ConcurrentHashMap<>();
        final List<String> renumbered = new ArrayList<>();

        synchronized void add(String id) {
            waiting.put(id, Leaf.hash(id));
        }

        @Override
        public synchronized Future<List<SequencerRoom.Waiting>> waiting(int limit) {
            return Future.succeededFuture(waiting.entrySet().stream()
                    .limit(limit)
                    .map(entry -> new SequencerRoom.Waiting(entry.getKey(), entry.getValue()))
                    .toList());
        }

        @Override
        public synchronized Future<Void> number(long first, List<String> ids) {
            for (var i = 0; i < ids.size(); i++) {
                var before = numbers.put(ids.get(i), first + i);
                if (before != null && before != first + i) {
                    renumbered.add(ids.get(i));
                }
                waiting.remove(ids.get(i));
            }
            return Future.succeededFuture();
        }
    }

    /** A clock that the test sets. */
    private static final class Hand extends Clock {
        final AtomicLong seconds = new AtomicLong(1_800_000_000L);

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
            return Instant.ofEpochSecond(seconds.get());
        }
    }

    private final Shared shared = new Shared();

    private SequencerRoom node(Vertx vertx, Store store, Clock clock, String name) {
        var needs = new SequencerRoom.Needs(vertx, clock, store, new HeadStore(store, "https://study.example"), name);
        return new SequencerRoom(needs, new ChainStore(store), shared, size -> {});
    }

    private void numbered(int count, SequencerRoom... nodes) throws InterruptedException {
        for (var i = 0; i < 400 && shared.numbers.size() < count; i++) {
            for (var node : nodes) {
                node.nudge();
            }
            Thread.sleep(10);
        }
        assertThat(shared.numbers).hasSize(count);
    }

    @Test
    void whoBelievesToHoldALostLeaseIsFencedAndNothingIsNumberedTwice(Vertx vertx, Store store) throws Exception {
        var clock = new Hand();
        var late = new Hand();
        var first = node(vertx, store, late, "first");
        var second = node(vertx, store, clock, "second");
        first.nudge();
        shared.add("s0");
        numbered(1, first);
        // Whatever it still does about the first statement ends, so that it is the second that goes on.
        Thread.sleep(500);
        // The first one's clock stands still: it goes on believing in its lease, while the second takes it over.
        clock.seconds.addAndGet(60);
        for (var i = 1; i < 100; i++) {
            shared.add("s" + i);
        }
        numbered(100, second);
        for (var i = 100; i < 200; i++) {
            shared.add("s" + i);
            first.nudge();
            second.nudge();
            if (i % 10 == 0) {
                Thread.sleep(2);
            }
        }
        numbered(200, second, first);
        await(first.stop());
        await(second.stop());
        assertThat(shared.renumbered).isEmpty();
        assertThat(shared.numbers.values())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        var links = new ArrayList<Link>();
        await(new ChainStore(store).each(some -> {
            links.addAll(some);
            return Future.succeededFuture();
        }));
        assertThat(links.stream().flatMap(link -> link.ids().stream()))
                .hasSize(200)
                .doesNotHaveDuplicates();
        assertThat(links).extracting(Link::epoch).contains(2L);
        assertThat(await(new ChainStore(store).hashes(Proof.root(200))).get(0))
                .isEqualTo(links.get(links.size() - 1).root());
    }

    @Test
    void aNodeThatDiedBetweenLinkAndNumbersIsFinishedByTheNext(Vertx vertx, Store store) throws Exception {
        var edge = Frontier.empty();
        edge.append(Leaf.hash("a"));
        edge.append(Leaf.hash("b"));
        var leaves = new byte[64];
        System.arraycopy(Leaf.hash("a"), 0, leaves, 0, 32);
        System.arraycopy(Leaf.hash("b"), 0, leaves, 32, 32);
        await(new ChainStore(store).append(new Link(1, List.of("a", "b"), leaves, edge.root(), 1)));
        shared.add("a");
        shared.add("b");
        shared.add("c");
        var next = node(vertx, store, new Hand(), "next");
        numbered(3, next);
        await(next.stop());
        assertThat(shared.numbers).containsEntry("a", 1L).containsEntry("b", 2L).containsEntry("c", 3L);
        assertThat(await(new HeadStore(store, "https://study.example").last())
                        .orElseThrow()
                        .size())
                .isEqualTo(3);
    }
}
