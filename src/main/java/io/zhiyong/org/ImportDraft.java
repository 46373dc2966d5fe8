package io.zhiyong.org;

import io.zhiyong.base.Refusal.Problem;
import io.zhiyong.base.Text;
import java.util.List;
import java.util.Optional;

/**
 * What a file would do, before anything is done.
 *
 * @param units parents before children
 * @param rows how many rows were read
 * @param problems all that is wrong; with any at all, nothing may be done
 */
record ImportDraft(List<Unit> units, List<Person> people, int rows, List<RowProblem> problems) {
    ImportDraft {
        units = List.copyOf(units);
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /**
     * One thing that is wrong.
     *
     * @param row as the spreadsheet program shows it; 0 when it is the sheet as a whole
     * @param column empty when it is the row as a whole
     */
    record RowProblem(Text sheet, int row, Optional<Text> column, Problem problem) {}

    boolean isClean() {
        return problems.isEmpty() && !(people.isEmpty() && units.isEmpty());
    }
}
