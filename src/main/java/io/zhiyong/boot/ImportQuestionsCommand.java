package io.zhiyong.boot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.QuestionBankModule;
import io.zhiyong.questionbank.QuestionBankModule.ImportReport;
import io.zhiyong.questionbank.QuestionState;
import io.zhiyong.questionbank.Reading;
import io.zhiyong.store.Store;
import io.zhiyong.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code zhiyong import-questions FILE}: every question of the file is understood or refused with its line and the reason;
 * duplicates of what the bank has are understood and left out. Exit code 0 when nothing was refused, 1 when something was,
 * 2 when the file cannot be read at all.
 */
@Command(
        name = "import-questions",
        mixinStandardHelpOptions = true,
        description = "Reads a file of questions into the bank; the server may be running.")
final class ImportQuestionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--dry-run", description = "Reads and reports only; nothing is added.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answers in JSON.")
    private boolean json;

    @Option(
            names = "--subject",
            defaultValue = "",
            description = "Subject of the questions for which the file names none.")
    private String subject;

    @Option(names = "--draft", description = "They enter the bank as drafts, not published.")
    private boolean draft;

    /** A refused question: where it begins, and why. */
    record Refused(int row, String reason) {}

    /** The answer in JSON. */
    record Answer(int understood, List<Refused> refused, int duplicates) {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("There is no such file: " + file);
            return 2;
        }
        var vertx = Vertx.vertx();
        try {
            return answer(report(vertx, Files.readAllBytes(file)));
        } catch (CompletionException | Refusal problem) {
            var cause = problem instanceof CompletionException ? problem.getCause() : problem;
            if (cause instanceof Refusal refusal) {
                refusal.problems().forEach(each -> spec.commandLine().getErr().println(said(each)));
                return 2;
            }
            throw problem;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private ImportReport report(Vertx vertx, byte[] content) {
        var config = place.config("127.0.0.1", 0, false);
        var state = draft ? QuestionState.DRAFT : QuestionState.PUBLISHED;
        var name = file.getFileName().toString();
        return Store.open(vertx, config.store())
                .compose(store -> {
                    var bank = new QuestionBankModule(vertx, store, config.clock());
                    return bank.start()
                            .compose(ready ->
                                    bank.importFile(name, content, new Reading.Defaults(subject, name, state), dryRun))
                            .eventually(() -> vertx.executeBlocking(() -> {
                                store.close();
                                return Future.succeededFuture();
                            }));
                })
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private int answer(ImportReport report) {
        var refused = report.refused().stream()
                .map(finding -> new Refused(finding.row(), said(finding.problem())))
                .toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(new Answer(report.understood(), refused, report.duplicates())));
        } else {
            out.printf(
                    "%d understood, %d of them duplicates and left out; %d refused%s%n",
                    report.understood(), report.duplicates(), refused.size(), dryRun ? " (dry run)" : "");
            refused.forEach(each -> out.printf("  %d: %s%n", each.row(), each.reason()));
        }
        out.flush();
        return refused.isEmpty() ? 0 : 1;
    }

    private String said(Refusal.Problem problem) {
        var language =
                Language.of(java.util.Locale.getDefault().toLanguageTag()).orElse(Language.EN);
        var text = Messages.load().in(language, problem.key(), problem.arguments());
        return problem.where().isEmpty() ? text : problem.where() + ": " + text;
    }
}
