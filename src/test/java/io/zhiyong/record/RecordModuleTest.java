package io.zhiyong.record;

import static io.zhiyong.record.Records.CADRE;
import static io.zhiyong.record.Records.NOW;
import static io.zhiyong.record.Records.passed;
import static io.zhiyong.record.Records.started;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.record.chain.Leaf;
import io.zhiyong.record.chain.Proofs;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class RecordModuleTest {
    private RecordModule running;

    private RecordModule running(RecordModule module) {
        running = module;
        return module;
    }

    @AfterEach
    void stop() {
        await(running.stop());
    }

    /** Remembers what it was given. */
    private static final class Listening implements RecordModule.Reader {
        final List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        final List<String> ids = Collections.synchronizedList(new ArrayList<>());
        int failures;

        @Override
        public Future<Void> take(List<SequencedStatement> statements) {
            if (failures-- > 0) {
                return Future.failedFuture("not now");
            }
            statements.forEach(one -> {
                numbers.add(one.number());
                ids.add(one.statement().id().text());
            });
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> forget() {
            numbers.clear();
            ids.clear();
            return Future.succeededFuture();
        }
    }

    @Test
    void whatWasToldIsFoundAgain(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        var id = await(records.append(passed(CADRE, "e1")));
        await(records.append(passed(new PersonId("p2"), "e1")));
        var statement = await(records.byId(id)).orElseThrow();
        assertThat(statement.actor()).contains(CADRE);
        assertThat(statement.verb()).contains(Verb.PASSED);
        assertThat(statement.place()).isEqualTo("exams/e1");
        assertThat(statement.parents()).containsExactly("courses/c1");
        assertThat(statement.scaled().orElseThrow()).isEqualByComparingTo("0.87");
        assertThat(statement.at()).isEqualTo(NOW);
        assertThat(await(records.of(CADRE, Optional.empty(), 10)).items()).hasSize(1);
        assertThat(await(records.about("exams/e1", false, Optional.empty(), 10)).items())
                .hasSize(2);
        assertThat(await(records.about("courses/c1", false, Optional.empty(), 10))
                        .items())
                .isEmpty();
        assertThat(await(records.about("courses/c1", true, Optional.empty(), 10))
                        .items())
                .hasSize(2);
    }

    @Test
    void tellingAgainChangesNothingAndTellingOtherwiseIsAConflict(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        var draft = passed(CADRE, "e1");
        var id = await(records.append(draft));
        var before = await(records.byId(id)).orElseThrow().text();
        var later = new StatementDraft(
                draft.id(),
                draft.actor(),
                draft.verb(),
                draft.object(),
                draft.result(),
                draft.setting(),
                NOW.plusSeconds(9));
        assertThat(await(records.append(later))).isEqualTo(id);
        assertThat(await(records.byId(id)).orElseThrow().text()).isEqualTo(before);
        assertThatThrownBy(() -> await(records.append(draft.result(Result.NONE.success(false)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("record.refusal.told");
        assertThat(await(records.byId(id)).orElseThrow().text()).isEqualTo(before);
    }

    @Test
    void sixtyFourWritersOfTheSameStatementLeaveOne(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        var writes = IntStream.range(0, 64)
                .mapToObj(i -> records.append(passed(CADRE, "e1")))
                .toList();
        await(Future.all(writes));
        assertThat(await(records.of(CADRE, Optional.empty(), 100)).items()).hasSize(1);
        await(records.settled(writes.get(0).result()));
        assertThat(await(records.feed(0, 100))).hasSize(1);
    }

    @Test
    void numbersAreConsecutiveAndEveryProofHolds(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        var appended = IntStream.range(0, 300)
                .mapToObj(i -> records.append(passed(new PersonId("p" + i % 7), "e" + i)))
                .toList();
        await(Future.all(appended));
        await(records.settled(appended.get(299).result()));
        while (await(records.feed(299, 1)).isEmpty()) {
            Thread.onSpinWait();
        }
        var all = await(records.feed(0, 1000));
        assertThat(all)
                .extracting(SequencedStatement::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        await(records.stop());
        for (var one : all.subList(0, 40)) {
            var proof = await(records.proof(one.statement().id()));
            var path = proof.path().stream().map(HexFormat.of()::parseHex).toList();
            assertThat(proof.head()).isPresent();
            assertThat(Proofs.included(
                            Leaf.hash(one.statement().text()),
                            proof.number() - 1,
                            proof.size(),
                            path,
                            HexFormat.of().parseHex(proof.root())))
                    .isTrue();
        }
        var consistency = await(records.consistency(97, 300)).stream()
                .map(HexFormat.of()::parseHex)
                .toList();
        assertThat(consistency).isNotEmpty();
        assertThat(await(records.verify()).fault()).isEmpty();
        assertThat(await(records.verify()).statements()).isEqualTo(300);
        assertThat(await(records.verify()).heads()).isPositive();
    }

    @Test
    void aReaderTakesEverythingInOrderThoughItFailsAtFirst(Vertx vertx, Store store) {
        var records = running(Records.module(vertx, store));
        var listening = new Listening();
        listening.failures = 1;
        records.register("listening", listening);
        await(records.start());
        StatementId last = null;
        for (var i = 0; i < 30; i++) {
            last = await(records.append(passed(CADRE, "e" + i)));
        }
        while (!await(records.settled(last))) {
            Thread.onSpinWait();
        }
        assertThat(listening.numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void rebuiltIsTheSameAsIncremental(Vertx vertx, Store store) {
        var records = running(Records.module(vertx, store));
        var listening = new Listening();
        records.register("listening", listening);
        await(records.start());
        StatementId last = null;
        for (var i = 0; i < 450; i++) {
            last = await(records.append(passed(CADRE, "e" + i)));
        }
        assertThat(await(records.settled(last))).isTrue();
        var incremental = List.copyOf(listening.ids);
        await(records.rebuild("listening"));
        assertThat(listening.ids).isEqualTo(incremental).hasSize(450);
    }

    @Test
    void settledIsQuick(Vertx vertx, Store store) {
        var records = running(Records.module(vertx, store));
        records.register("listening", new Listening());
        await(records.start());
        await(records.settled(await(records.append(passed(CADRE, "warm")))));
        var began = System.nanoTime();
        for (var i = 0; i < 20; i++) {
            assertThat(await(records.settled(await(records.append(passed(CADRE, "e" + i))))))
                    .isTrue();
        }
        assertThat((System.nanoTime() - began) / 20).isLessThan(100_000_000L);
    }

    @Test
    void aVoidedStatementIsNoLongerFoundWhicheverCameFirst(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        for (var voidingFirst : List.of(true, false)) {
            var draft = passed(CADRE, "e" + voidingFirst);
            var voiding = StatementDraft.telling("void", draft.id())
                    .that(new PersonId("p9"), Verb.VOIDED, StatementObject.told(draft.id()), NOW);
            for (var next : voidingFirst ? List.of(voiding, draft) : List.of(draft, voiding)) {
                await(records.append(next));
            }
            assertThat(await(records.byId(draft.id())).orElseThrow().voided()).isTrue();
            // The voiding one speaks of what he did, so it is found under him.
            assertThat(await(records.of(CADRE, Optional.empty(), 10)).items())
                    .extracting(Statement::id)
                    .contains(voiding.id())
                    .doesNotContain(draft.id());
        }
    }

    @Test
    void pagesByKeyLoseAndRepeatNothing(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        await(Future.all(IntStream.range(0, 25)
                .mapToObj(i -> records.append(passed(CADRE, "e" + i)))
                .toList()));
        var seen = new ArrayList<StatementId>();
        Optional<String> after = Optional.empty();
        do {
            var page = await(records.of(CADRE, after, 4));
            page.items().forEach(one -> seen.add(one.id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aThingThatIsNotThereIsSettledAtOnce(Vertx vertx, Store store) {
        var records = running(started(vertx, store));
        assertThat(await(records.settled(StatementId.fresh()))).isFalse();
        assertThat(await(records.byId(StatementId.fresh()))).isEmpty();
    }
}
