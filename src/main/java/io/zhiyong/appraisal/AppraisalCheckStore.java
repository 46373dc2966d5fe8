package io.zhiyong.appraisal;

import io.vertx.core.Future;
import io.zhiyong.appraisal.AppraisalCheck.Fault;
import io.zhiyong.appraisal.AppraisalCheck.Kind;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.CreditModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recomputes every appraisal from the evidence its results name, and looks that evidence up in the ledger. */
final class AppraisalCheckStore {
    private final AppraisalStore appraisals;
    private final CreditModule credit;
    private long checked;
    private long results;

    AppraisalCheckStore(AppraisalStore appraisals, CreditModule credit) {
        this.appraisals = appraisals;
        this.credit = credit;
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

    Future<AppraisalCheck> run() {
        return appraisals
                .each(this::all)
                .map(done -> new AppraisalCheck(checked, results, Optional.empty()))
                .recover(problem -> problem instanceof Found found
                        ? Future.succeededFuture(new AppraisalCheck(checked, results, Optional.of(found.fault)))
                        : Future.failedFuture(problem));
    }

    private Future<Void> all(List<AppraisalId> ids) {
        Future<Void> done = Future.succeededFuture();
        for (var id : ids) {
            done = done.compose(before -> appraisals.byId(id)).compose(this::one);
        }
        return done;
    }

    private Future<Void> one(Appraisal appraisal) {
        checked++;
        return appraisals.results(appraisal).compose(kept -> {
            results += kept.size();
            var lines = kept.stream()
                    .flatMap(each -> lines(each.result()))
                    .map(Evidence.OfCredit.Line::line)
                    .distinct()
                    .toList();
            return credit.lines(lines).map(ledger -> {
                kept.forEach(each -> compare(appraisal, each.result(), ledger));
                compareSummaries(appraisal, kept);
                compareTogether(appraisal, kept);
                return null;
            });
        });
    }

    private static void compare(Appraisal appraisal, Result recorded, Map<String, CreditLine> ledger) {
        var again = Computation.again(appraisal.scheme(), recorded);
        var differs = Computation.firstDifference(recorded, again);
        if (differs.isPresent() || !again.equals(recorded)) {
            throw found(Kind.RESULT_CHANGED, appraisal, recorded, differs.orElse(""));
        }
        for (var score : recorded.scores()) {
            if (lines(score).anyMatch(line -> !stands(line, ledger.get(line.line())))) {
                throw found(Kind.EVIDENCE_CHANGED, appraisal, recorded, score.indicator());
            }
        }
    }

    /** What boards show must be what the results say, and the proposals what all totals give. */
    private static void compareSummaries(Appraisal appraisal, List<Kept> kept) {
        var right = Kept.proposed(
                appraisal.scheme(),
                kept.stream()
                        .map(each -> Kept.of(
                                each.result(),
                                each.summary().name(),
                                each.summary().probation()))
                        .toList());
        for (var i = 0; i < kept.size(); i++) {
            if (!right.get(i).summary().equals(kept.get(i).summary())) {
                throw found(Kind.RESULT_CHANGED, appraisal, kept.get(i).result(), "");
            }
        }
    }

    /** A line may have been reversed since; it is still there, and it still says what it said. */
    private static boolean stands(Evidence.OfCredit.Line named, CreditLine line) {
        return line != null
                && line.basis().statement().equals(named.statement())
                && line.hours().reaches(named.counted());
    }

    private static void compareTogether(Appraisal appraisal, List<Kept> kept) {
        var digest = Computation.digest(kept.stream().map(Kept::result).toList());
        appraisal.latest().filter(latest -> !latest.digest().equals(digest)).ifPresent(latest -> {
            throw new Found(new Fault(Kind.DIGEST_CHANGED, appraisal.head().id().value(), "", ""));
        });
    }

    private static Found found(Kind kind, Appraisal appraisal, Result result, String indicator) {
        return new Found(
                new Fault(kind, appraisal.head().id().value(), result.person().value(), indicator));
    }

    private static Stream<Evidence.OfCredit.Line> lines(Result result) {
        return result.scores().stream().flatMap(AppraisalCheckStore::lines);
    }

    private static Stream<Evidence.OfCredit.Line> lines(Result.Score score) {
        return score.evidence() instanceof Evidence.OfCredit credit ? credit.lines().stream() : Stream.empty();
    }
}
