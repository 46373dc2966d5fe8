package io.zhiyong.org;

import io.zhiyong.base.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the pages of an import show. */
final class ImportPages {
    private static final int MOST_SHOWN = 200;

    private ImportPages() {}

    /**
     * One thing that is wrong.
     *
     * @param row as the spreadsheet program shows it; 0 when it is the sheet as a whole
     * @param message a message key, with what it names
     */
    record ProblemRow(Text sheet, int row, Optional<Text> column, String message, List<String> arguments) {
        /** The first thing that the message names. */
        public String first() {
            return arguments.isEmpty() ? "" : arguments.get(0);
        }

        public String second() {
            return arguments.size() < 2 ? "" : arguments.get(1);
        }
    }

    /** The form to send a file by. */
    record UploadView(int mostRows) {}

    /**
     * What a file would do.
     *
     * @param id what to confirm; empty when there is something wrong
     * @param problems the first of them
     * @param more how many problems are not shown
     */
    record DraftView(Optional<String> id, int rows, int units, int people, List<ProblemRow> problems, int more) {}

    /** How far an import is; {@code state} is one of checked, running, done and undone. */
    record ImportView(String id, String state, int units, int people) {
        public boolean checked() {
            return state.equals("checked");
        }

        public boolean done() {
            return state.equals("done");
        }

        /** A message key. */
        public String label() {
            return "org.import.state." + state;
        }
    }

    static DraftView draft(ImportRoom.Checked checked) {
        var draft = checked.draft();
        return new DraftView(
                Optional.of(checked.id()).filter(id -> !id.isEmpty()),
                draft.rows(),
                draft.units().size(),
                draft.people().size(),
                draft.problems().stream()
                        .limit(MOST_SHOWN)
                        .map(ImportPages::row)
                        .toList(),
                Math.max(0, draft.problems().size() - MOST_SHOWN));
    }

    private static ProblemRow row(ImportDraft.RowProblem problem) {
        return new ProblemRow(
                problem.sheet(),
                problem.row(),
                problem.column(),
                problem.problem().key(),
                problem.problem().arguments().stream().map(String::valueOf).toList());
    }

    static ImportView state(ImportStore.Kept kept, ImportStore.State state) {
        return new ImportView(
                kept.id(), state.name().toLowerCase(Locale.ROOT), kept.units().size(), kept.people());
    }
}
