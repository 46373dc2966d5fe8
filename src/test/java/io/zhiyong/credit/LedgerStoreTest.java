package io.zhiyong.credit;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.PersonId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class LedgerStoreTest {
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BO = new PersonId("bo");
    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");

    private LedgerStore ledger;
    private BookingStore booking;

    @BeforeEach
    void open(Store store) {
        ledger = new LedgerStore(store);
        booking = new BookingStore(
                ledger, RulePacks.shipped(), List.of("cadre-education", "party-members"), ZoneId.of("Asia/Shanghai"));
        await(ledger.start());
    }

    private static Told course(String statement, PersonId person, String course, int minutes) {
        var measures = Map.of(Measure.MINUTES, BigDecimal.valueOf(minutes));
        return new Told.Done(new Facts(
                statement,
                person,
                AT,
                new Deed(
                        "http://adlnet.gov/expapi/verbs/completed",
                        course,
                        "https://w3id.org/xapi/cmi5/activitytype/course",
                        "课程",
                        Optional.empty()),
                new Content("online-course", "", measures)));
    }

    private static Told voided(String statement, String target) {
        return new Told.Voided(statement, target, "课程作废", "王某", AT.plusSeconds(60));
    }

    private List<CreditLine> lines(PersonId person) {
        return await(ledger.linesOf(List.of(person), 2026, 2026));
    }

    private Credit total(PersonId person) {
        return await(ledger.sumsOf(List.of(person), 2026, 2026)).stream()
                .filter(sum -> sum.pack().equals("cadre-education"))
                .map(YearSum::total)
                .findFirst()
                .orElse(Credit.NONE);
    }

    @Test
    void bookingTwiceChangesNothing() {
        var told = List.of(course("s1", ANNA, "urn:c:1", 30), course("s2", ANNA, "urn:c:2", 20));
        await(booking.book(told));
        var once = lines(ANNA);
        await(booking.book(told));
        assertThat(lines(ANNA)).hasSize(2).isEqualTo(once);
        assertThat(total(ANNA)).hasToString("1.5");
    }

    @Test
    void aVoidedStatementIsReversedWithReasonAndName() {
        await(booking.book(List.of(course("s1", ANNA, "urn:c:1", 30), course("s2", ANNA, "urn:c:2", 20))));
        await(booking.book(List.of(voided("v1", "s1"))));
        assertThat(total(ANNA)).hasToString("0.5");
        assertThat(lines(ANNA))
                .hasSize(3)
                .filteredOn(line -> line.reverses().isPresent())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.hours()).hasToString("-1");
                    assertThat(line.reverses().orElseThrow().reason()).isEqualTo("课程作废");
                    assertThat(line.reverses().orElseThrow().by()).isEqualTo("王某");
                });
        await(booking.book(List.of(voided("v2", "s1"))));
        assertThat(lines(ANNA)).hasSize(3);
    }

    @Test
    void aVoidingThatComesFirstHoldsToo() {
        await(booking.book(List.of(voided("v1", "s1"))));
        await(booking.book(List.of(course("s1", ANNA, "urn:c:1", 30))));
        assertThat(total(ANNA)).isEqualTo(Credit.NONE);
        assertThat(lines(ANNA)).hasSize(2);
    }

    @Test
    void peopleAreKeptApart() {
        await(booking.book(List.of(course("s1", ANNA, "urn:c:1", 30), course("s2", BO, "urn:c:1", 10))));
        assertThat(total(ANNA)).hasToString("1");
        assertThat(total(BO)).hasToString("0.25");
        assertThat(await(ledger.sumsOf(List.of(ANNA, BO), 2026, 2026))).hasSize(2);
    }

    /** Whatever the batches and however often they are read again: the ledger is the one that a single reading makes. */
    @Test
    void incrementalIsRebuilt(Store store) {
        var told = new ArrayList<Told>();
        for (var n = 0; n < 60; n++) {
            told.add(course("s" + n, n % 2 == 0 ? ANNA : BO, "urn:c:" + n % 17, 5 + n % 40));
            if (n % 7 == 0) {
                told.add(voided("v" + n, "s" + (n * 3) % 60));
            }
        }
        await(booking.book(told));
        var whole = List.of(sorted(lines(ANNA)), sorted(lines(BO)));
        var totals = List.of(total(ANNA), total(BO));
        for (var seed = 1; seed <= 5; seed++) {
            await(store.collection("credit_lines").deleteAll(new org.bson.Document()));
            await(store.collection("credit_sums").deleteAll(new org.bson.Document()));
            var random = new Random(seed);
            var shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, random);
            for (var start = 0; start < shuffled.size(); ) {
                var end = Math.min(shuffled.size(), start + 1 + random.nextInt(20));
                await(booking.book(shuffled.subList(start, end)));
                start = random.nextInt(4) == 0 ? start : end;
            }
            assertThat(List.of(sorted(lines(ANNA)), sorted(lines(BO)))).isEqualTo(whole);
            assertThat(List.of(total(ANNA), total(BO))).isEqualTo(totals);
        }
    }

    private static List<CreditLine> sorted(List<CreditLine> lines) {
        return lines.stream().sorted(Counting.IN_ORDER).toList();
    }

    @Test
    void waiversAreKeptByPersonAndYear() {
        var waived = new Told.Waived("w1", ANNA, "party-members", "party-year", 2026, "条例第二十三条");
        await(booking.book(List.of(waived)));
        await(booking.book(List.of(waived)));
        assertThat(await(ledger.waiversOf(List.of(ANNA, BO), 2026))).isEqualTo(Map.of(ANNA, List.of(waived)));
        assertThat(await(ledger.waiversOf(List.of(ANNA), 2025))).isEmpty();
    }

    @Test
    void readingAUnitExaminesOnlyItsPeople(Store store) {
        var told = new ArrayList<Told>();
        for (var n = 0; n < 400; n++) {
            told.add(course("s" + n, new PersonId("p" + n % 40), "urn:c:" + n, 30));
        }
        await(booking.book(told));
        var before = store.examined();
        assertThat(await(ledger.linesOf(List.of(new PersonId("p1"), new PersonId("p2")), 2026, 2026)))
                .hasSize(20);
        before.ifPresent(
                count -> assertThat(store.examined().orElseThrow() - count).isLessThanOrEqualTo(22));
    }
}
