package io.zhiyong.credit;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books what statements tell. Every step may be repeated: lines have ids that follow from what they say, and sums are made
 * anew from the lines, so that a batch read twice, or half done and read again, changes nothing.
 */
final class BookingStore {
    private final LedgerStore ledger;
    private final RulePacks packs;
    private final List<String> active;
    private final ZoneId zone;

    BookingStore(LedgerStore ledger, RulePacks packs, List<String> active, ZoneId zone) {
        this.ledger = ledger;
        this.packs = packs;
        this.active = List.copyOf(active);
        this.zone = zone;
    }

    /** The lines that all active packs give for a statement. */
    List<CreditLine> linesFor(Facts facts) {
        return active.stream()
                .flatMap(id -> packs.inForce(id, Crediting.yearOf(facts, zone)).stream())
                .flatMap(pack -> Crediting.linesFor(pack, facts, zone).stream())
                .toList();
    }

    /** Answered when lines and sums are durable. */
    Future<Void> book(List<Told> told) {
        var voids = only(told, Told.Voided.class).toList();
        var earned = only(told, Told.Done.class)
                .flatMap(done -> linesFor(done.facts()).stream())
                .toList();
        return Future.all(
                        ledger.keepVoids(voids),
                        ledger.keepWaivers(only(told, Told.Waived.class).toList()))
                .compose(kept -> ledger.add(earned))
                .compose(added -> reversals(voids, earned))
                .compose(reversals -> ledger.add(reversals).map(both(earned, reversals)))
                .compose(this::sumUp);
    }

    /** Of lines that stood before they were voided, and of lines whose voiding came first. */
    private Future<List<CreditLine>> reversals(List<Told.Voided> voids, List<CreditLine> earned) {
        var earlier =
                earned.stream().map(line -> line.basis().statement()).distinct().toList();
        var targets = voids.stream().map(Told.Voided::target).distinct().toList();
        return Future.all(ledger.voidsOf(earlier), ledger.linesOfStatements(targets))
                .map(found -> {
                    List<Told.Voided> known = found.resultAt(0);
                    List<CreditLine> standing = found.resultAt(1);
                    return reverse(
                            Stream.concat(voids.stream(), known.stream()).toList(),
                            Stream.concat(earned.stream(), standing.stream()).toList());
                });
    }

    static List<CreditLine> reverse(List<Told.Voided> voids, List<CreditLine> lines) {
        Map<String, Told.Voided> byTarget = new HashMap<>();
        // Of several voidings the first by id, so that the same line is reversed for the same reason whenever it is
        // rebuilt.
        voids.forEach(voided -> byTarget.merge(
                voided.target(),
                voided,
                (one, other) -> one.statement().compareTo(other.statement()) <= 0 ? one : other));
        return lines.stream()
                .filter(line -> line.reverses().isEmpty())
                .filter(line -> byTarget.containsKey(line.basis().statement()))
                .map(line -> reverse(line, byTarget.get(line.basis().statement())))
                .distinct()
                .toList();
    }

    private static CreditLine reverse(CreditLine line, Told.Voided voided) {
        return line.reversed(voided.statement(), voided.at(), voided.reason(), voided.by());
    }

    private record PersonYear(PersonId person, int year) {}

    private Future<Void> sumUp(List<CreditLine> changed) {
        Map<Integer, Set<PersonId>> years = new TreeMap<>();
        changed.forEach(line -> years.computeIfAbsent(line.year(), year -> new LinkedHashSet<>())
                .add(line.person()));
        Future<Void> done = Future.succeededFuture();
        for (var year : years.entrySet()) {
            var people = List.copyOf(year.getValue());
            done = done.compose(before -> ledger.linesOf(people, year.getKey(), year.getKey()))
                    .map(this::sums)
                    .compose(ledger::putSums);
        }
        return done;
    }

    /** The sums that follow from whole years of lines. */
    List<YearSum> sums(List<CreditLine> lines) {
        var sums = new ArrayList<YearSum>();
        lines.stream()
                .collect(Collectors.groupingBy(line -> new PersonYear(line.person(), line.year())))
                .forEach((who, ofYear) -> ofYear.stream()
                        .collect(Collectors.groupingBy(
                                line -> line.basis().pack().id()))
                        .forEach((pack, ofPack) -> packs.inForce(pack, who.year())
                                .ifPresent(rules -> sums.add(YearSum.of(rules, who.person(), who.year(), ofPack)))));
        return sums;
    }

    private static <T extends Told> Stream<T> only(List<Told> told, Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<CreditLine> both(List<CreditLine> one, List<CreditLine> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
