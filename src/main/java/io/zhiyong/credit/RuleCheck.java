package io.zhiyong.credit;

import io.zhiyong.base.Json;
import java.util.List;
import java.util.stream.Collectors;

/** {@code zhiyong rules test PACK|--all [--json]}: runs packs' own cases and tells what came of them. */
public final class RuleCheck {
    /**
     * What the command says.
     *
     * @param passed decides the exit code
     */
    public record Answer(boolean passed, String text) {}

    private RuleCheck() {}

    public static Answer run(List<RulePack> packs, boolean json) {
        var reports = packs.stream().map(PackTrial::run).toList();
        var passed = reports.stream().allMatch(PackTrial.Report::passed);
        return new Answer(passed, json ? Json.write(reports) : text(reports));
    }

    private static String text(List<PackTrial.Report> reports) {
        return reports.stream().map(RuleCheck::text).collect(Collectors.joining("\n"));
    }

    private static String text(PackTrial.Report report) {
        var cases = report.outcomes().stream()
                .map(outcome -> outcome.passed()
                        ? "  ok    " + outcome.name()
                        : "  FAIL  " + outcome.name() + "\n          "
                                + String.join("\n          ", outcome.failures()))
                .collect(Collectors.joining("\n"));
        return report.pack() + "\n" + cases;
    }
}
