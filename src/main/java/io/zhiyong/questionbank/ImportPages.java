package io.zhiyong.questionbank;

import io.zhiyong.base.Language;
import io.zhiyong.questionbank.Reading.Finding;
import java.util.List;

/** What the import pages show. */
final class ImportPages {
    private static final int SHOWN = 200;

    private ImportPages() {}

    /** The page on which a file is chosen. */
    record ChooseView(List<Subject> subjects) {}

    /** A fresh question and where it stands in the file. */
    record FreshView(int row, QuestionPages.Item item) {}

    /**
     * What was found in a file.
     *
     * @param understood fresh and duplicate ones
     * @param fresh at most 200 of them; {@code freshCount} counts all
     */
    record OutcomeView(
            String id,
            String fileName,
            ImportStore.State state,
            int understood,
            int freshCount,
            List<FreshView> fresh,
            Findings findings) {
        public boolean mayConfirm() {
            return state == ImportStore.State.READ && freshCount > 0;
        }

        public boolean mayUndo() {
            return state == ImportStore.State.CONFIRMED;
        }
    }

    /** By row. */
    record Findings(List<FindingView> refused, List<FindingView> duplicates, List<FindingView> notes) {}

    /** A message key with what it names; pages and programs both show it by {@code problem.key}. */
    record FindingView(int row, String where, String key, List<String> arguments) {
        /** The first thing named, for the message; empty when it names none. */
        public String first() {
            return arguments.isEmpty() ? "" : arguments.get(0);
        }

        public String second() {
            return arguments.size() < 2 ? "" : arguments.get(1);
        }

        public String third() {
            return arguments.size() < 3 ? "" : arguments.get(2);
        }
    }

    static OutcomeView outcome(ImportRoom.Outcome outcome, Language language) {
        var importing = outcome.importing();
        var fresh = importing.fresh().stream()
                .limit(SHOWN)
                .map(read -> new FreshView(read.row(), QuestionPages.Item.of(read.question(), language)))
                .toList();
        return new OutcomeView(
                outcome.file().id(),
                outcome.file().fileName(),
                outcome.file().state(),
                importing.understood(),
                importing.fresh().size(),
                fresh,
                new Findings(views(importing.refused()), views(importing.duplicates()), views(importing.notes())));
    }

    private static List<FindingView> views(List<Finding> findings) {
        return findings.stream()
                .limit(SHOWN)
                .map(finding -> new FindingView(
                        finding.row(),
                        finding.problem().where(),
                        finding.problem().key(),
                        finding.problem().arguments().stream()
                                .map(String::valueOf)
                                .toList()))
                .toList();
    }
}
