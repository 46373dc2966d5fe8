package io.zhiyong.credit;

import io.vertx.core.Future;
import io.zhiyong.credit.LedgerCheck.Fault;
import io.zhiyong.credit.LedgerCheck.Kind;
import io.zhiyong.record.RecordModule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recomputes the ledger from the statements and compares, line by line; then each sum with its lines. Built anew for each run;
 * keeps only ids in memory.
 */
final class LedgerCheckStore {
    private static final int AT_ONCE = 500;

    private final RecordModule record;
    private final LedgerStore ledger;
    private final BookingStore booking;
    private final StatementReading reading;
    private final Set<String> founded = new HashSet<>();
    private long statements;

    LedgerCheckStore(RecordModule record, LedgerStore ledger, BookingStore booking) {
        this.record = record;
        this.ledger = ledger;
        this.booking = booking;
        this.reading = new StatementReading(record.home());
    }

    /** Ends a run at its first fault. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Found(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }

    Future<LedgerCheck> run() {
        return from(0).compose(done -> ledger.eachLine(this::founded))
                .compose(done -> ledger.eachSum(this::sums))
                .map(done -> new LedgerCheck(statements, founded.size(), Optional.empty()))
                .recover(problem -> problem instanceof Found found
                        ? Future.succeededFuture(new LedgerCheck(statements, founded.size(), Optional.of(found.fault)))
                        : Future.failedFuture(problem));
    }

    private Future<Void> from(long after) {
        return record.feed(after, AT_ONCE).compose(read -> {
            if (read.isEmpty()) {
                return Future.succeededFuture();
            }
            statements += read.size();
            var told = read.stream()
                    .flatMap(each -> reading.read(each.statement()).stream())
                    .toList();
            return compare(told).compose(done -> from(read.get(read.size() - 1).number()));
        });
    }

    private Future<Void> compare(List<Told> told) {
        return expected(told).compose(lines -> ledger.linesByIds(
                        lines.stream().map(line -> line.id().toString()).toList())
                .map(kept -> {
                    var byId = kept.stream().collect(Collectors.toMap(CreditLine::id, Function.identity()));
                    lines.forEach(line -> compare(line, byId.get(line.id())));
                    return null;
                }));
    }

    /** Lines and reversals of these statements; voidings are looked up, so that a statement and what voids it may lie apart. */
    private Future<List<CreditLine>> expected(List<Told> told) {
        var earned = told.stream()
                .filter(Told.Done.class::isInstance)
                .map(Told.Done.class::cast)
                .flatMap(done -> booking.linesFor(done.facts()).stream())
                .toList();
        var statementIds =
                earned.stream().map(line -> line.basis().statement()).distinct().toList();
        return ledger.voidsOf(statementIds).map(voids -> {
            var all = new java.util.ArrayList<>(earned);
            all.addAll(BookingStore.reverse(voids, earned));
            return all;
        });
    }

    private void compare(CreditLine expected, CreditLine kept) {
        founded.add(expected.id().toString());
        if (kept == null) {
            throw new Found(fault(Kind.MISSING, expected));
        }
        if (!kept.equals(expected)) {
            throw new Found(fault(Kind.CHANGED, expected));
        }
    }

    private Future<Void> founded(List<CreditLine> lines) {
        lines.stream()
                .filter(line -> !founded.contains(line.id().toString()))
                .findFirst()
                .ifPresent(line -> {
                    throw new Found(fault(Kind.UNFOUNDED, line));
                });
        return Future.succeededFuture();
    }

    private Future<Void> sums(List<YearSum> kept) {
        Map<Integer, List<YearSum>> byYear = kept.stream().collect(Collectors.groupingBy(YearSum::year));
        Future<Void> done = Future.succeededFuture();
        for (var year : byYear.entrySet()) {
            var people = year.getValue().stream().map(YearSum::person).toList();
            done = done.compose(before -> ledger.linesOf(people, year.getKey(), year.getKey()))
                    .map(lines -> {
                        var right = Set.copyOf(booking.sums(lines));
                        year.getValue().forEach(sum -> compare(sum, right));
                        return null;
                    });
        }
        return done;
    }

    private static void compare(YearSum sum, Set<YearSum> right) {
        if (!right.contains(sum)) {
            var id = LedgerDocuments.idOf(sum.person(), sum.year(), sum.pack());
            throw new Found(new Fault(Kind.SUM_CHANGED, id, sum.person().value(), ""));
        }
    }

    private static Fault fault(Kind kind, CreditLine line) {
        return new Fault(
                kind, line.id().toString(), line.person().value(), line.basis().statement());
    }
}
