package io.zhiyong.boot;

import io.zhiyong.appraisal.AppraisalCheck;
import io.zhiyong.base.Json;
import io.zhiyong.credit.LedgerCheck;
import io.zhiyong.record.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code zhiyong verify}: recomputes the chain of statements, the ledger from the statements, and every appraisal from its
 * evidence. Exit code 0 when all are equal, 1 when something differs, which is named.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Recomputes statements, ledger and appraisals and names the first that differs; the server may run.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Option(names = "--json", description = "Answers in JSON.")
    private boolean json;

    /**
     * What came of it.
     *
     * @param sound whether everything is equal
     */
    record Answer(boolean sound, Verification records, LedgerCheck ledger, AppraisalCheck appraisals) {}

    @Override
    public Integer call() {
        try (var opened = new Opened(place.config("127.0.0.1", 0, false), true)) {
            var records = opened.with(features -> features.records().verify());
            var ledger = opened.with(features -> features.credit().verify());
            var appraisals = opened.with(features -> features.appraisals().verify());
            var sound = records.sound() && ledger.sound() && appraisals.sound();
            print(new Answer(sound, records, ledger, appraisals));
            return sound ? 0 : 1;
        }
    }

    private void print(Answer answer) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(answer));
            return;
        }
        out.printf(
                "statements  %,d read, %d heads: %s%n",
                answer.records().statements(),
                answer.records().heads(),
                said(answer.records().fault().map(Record::toString).orElse("")));
        out.printf(
                "ledger      %,d lines: %s%n",
                answer.ledger().lines(),
                said(answer.ledger().fault().map(Record::toString).orElse("")));
        out.printf(
                "appraisals  %,d results: %s%n",
                answer.appraisals().results(),
                said(answer.appraisals().fault().map(Record::toString).orElse("")));
        out.println(answer.sound() ? "Everything is as it follows from its evidence." : "Something differs.");
    }

    private static String said(String fault) {
        return fault.isEmpty() ? "equal" : "DIFFERS: " + fault;
    }
}
