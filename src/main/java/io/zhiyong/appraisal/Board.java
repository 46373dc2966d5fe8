package io.zhiyong.appraisal;

import io.zhiyong.base.Hashes;
import java.util.List;
import java.util.Optional;

/** A unit's results with what the figures propose and what people decided. */
record Board(Appraisal appraisal, List<Row> rows) {
    /**
     * One person.
     *
     * @param decided empty while the proposal stands
     */
    record Row(Kept.Summary summary, Optional<Happening.GradeSet> decided) {
        static Row of(Appraisal appraisal, Kept.Summary summary) {
            return new Row(summary, Optional.ofNullable(appraisal.grades().get(summary.person())));
        }

        Optional<Grade> grade() {
            return decided.map(Happening.GradeSet::grade)
                    .or(() -> summary.proposal().grade());
        }
    }

    Board {
        rows = List.copyOf(rows);
    }

    static Board of(Appraisal appraisal, List<Kept.Summary> summaries) {
        return new Board(
                appraisal,
                summaries.stream().map(summary -> Row.of(appraisal, summary)).toList());
    }

    Proposals.Margin margin() {
        return Proposals.margin(
                appraisal.scheme().grading(), rows.stream().map(Row::grade).toList());
    }

    /** Over all results and grades, whatever their order: what is published. */
    String digest() {
        var lines = rows.stream()
                .map(row -> row.summary().person() + " " + row.summary().total().toPlainString() + " "
                        + row.summary().digest() + " "
                        + row.grade().map(Grade::name).orElse("-"))
                .sorted()
                .toList();
        return Hashes.sha256Hex(String.join("\n", lines));
    }
}
