package io.zhiyong.boot;

import io.zhiyong.base.Refusal;
import io.zhiyong.credit.RuleCheck;
import io.zhiyong.credit.RulePack;
import io.zhiyong.credit.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhiyong rules test}: runs the cases that rule packs carry, those shipped and those an organization wrote. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Rule packs of credit.",
        subcommands = RulesCommand.Test.class)
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    /** Exit code 0 when all cases pass, 1 when one fails, 2 when a file cannot be read. */
    @Command(name = "test", mixinStandardHelpOptions = true, description = "Runs the packs' own test cases.")
    static final class Test implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "PACK", arity = "0..*", description = "Ids of shipped packs, or files.")
        private List<String> packs = new ArrayList<>();

        @Option(names = "--all", description = "All packs that are shipped.")
        private boolean all;

        @Option(names = "--json", description = "Answers in JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            if (packs.isEmpty() != all) {
                spec.commandLine().getErr().println("Name one pack or more, or say --all.");
                return 2;
            }
            try {
                var chosen = new ArrayList<RulePack>(all ? RulePacks.shipped().all() : List.of());
                for (var pack : packs) {
                    chosen.addAll(read(pack));
                }
                var answer = RuleCheck.run(chosen, json);
                spec.commandLine().getOut().println(answer.text());
                return answer.passed() ? 0 : 1;
            } catch (Refusal problem) {
                spec.commandLine().getErr().println(problem.problems());
                return 2;
            }
        }

        private static List<RulePack> read(String pack) throws IOException {
            var file = Path.of(pack);
            return Files.isRegularFile(file)
                    ? List.of(RulePack.read(Files.readString(file)))
                    : RulePacks.shipped().named(pack);
        }
    }
}
