package io.zhiyong.boot;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code java -jar zhiyong.jar serve --demo}. */
@Command(
        name = "zhiyong",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A self-hosted study and quiz platform: from study to appraisal in one append-only line.",
        subcommands = {
            ServeCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            RulesCommand.class,
            ImportQuestionsCommand.class
        })
public final class Main {
    /** What the jar says of itself. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"zhiyong " + (version == null ? "dev" : version)};
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
