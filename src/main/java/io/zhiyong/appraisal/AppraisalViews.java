package io.zhiyong.appraisal;

import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the pages of appraisals show; as JSON, the same. Members that end in {@code Key} are message keys. */
final class AppraisalViews {
    private AppraisalViews() {}

    /** A year's appraisals: those of the units in the reader's charge, and his own that are public. */
    record ListView(int year, int before, int after, boolean manages, List<Item> items, List<Item> own) {}

    record Item(String id, Text unit, int year, Text title, String state, String stateKey, String path) {}

    /** The form of a new one. */
    record NewView(
            int year,
            List<Choice> units,
            List<Choice> dimensions,
            List<Choice> sources,
            List<Choice> formulas,
            List<Integer> rows) {}

    record Choice(String value, String labelKey, Text label) {}

    /** The unit's board. */
    record BoardView(
            Item appraisal,
            Steps steps,
            List<Column> columns,
            List<PersonRow> people,
            Quota quota,
            List<ReviewView> reviews,
            Seals seals) {}

    /** What may be done now. */
    record Steps(boolean compute, boolean publish, boolean finish, boolean grade) {}

    record Column(String id, Text name, String dimensionKey, BigDecimal weight) {}

    record PersonRow(
            String person, String name, List<BigDecimal> points, BigDecimal total, GradeView grade, String path) {}

    /**
     * A grade.
     *
     * @param gradeKey empty on probation
     * @param reason empty while the proposal stands
     */
    record GradeView(String grade, String gradeKey, String whyKey, String reason) {}

    record Quota(int graded, int places, int used, int left, boolean kept) {}

    /** What is printed, so that a later change shows. */
    record Seals(Optional<LocalDate> day, Optional<LocalDate> until, String digest, String treeHead) {}

    record ReviewView(
            int number,
            String person,
            String text,
            Instant asked,
            LocalDate due,
            boolean open,
            boolean changed,
            String reason) {}

    /** One person's result, each number down to its evidence. */
    record PersonView(
            Item appraisal,
            String person,
            String name,
            BigDecimal total,
            BigDecimal fullMarks,
            List<ScoreView> scores,
            Standing standing) {
        /** The grade, the reviews, and what the reader may do. */
        record Standing(
                GradeView grade,
                List<ReviewView> reviews,
                boolean mayAsk,
                boolean mayJudge,
                boolean mayGrade,
                boolean mayCorrect,
                Seals seals) {}
    }

    /**
     * One indicator's points.
     *
     * @param formulaKey with the arguments value, target and weight
     */
    record ScoreView(
            Column indicator,
            BigDecimal points,
            String formulaKey,
            List<BigDecimal> formula,
            Inputs inputs,
            List<EvidenceView> evidence) {
        /** What the value is made of. */
        record Inputs(
                String sourceKey, BigDecimal value, BigDecimal has, BigDecimal needed, String exempt, boolean judged) {}
    }

    /**
     * One piece of evidence.
     *
     * @param line of the ledger; empty when it is none
     * @param statement of the record; empty for an evaluation
     * @param note rule and version, or basis and who typed it
     */
    record EvidenceView(String id, String what, BigDecimal value, String line, String statement, String note) {}
}
