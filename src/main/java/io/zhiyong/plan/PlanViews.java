package io.zhiyong.plan;

import io.zhiyong.base.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the pages of plans show. */
final class PlanViews {
    private PlanViews() {}

    /** One's own duties. */
    record MyPlanView(List<Item> late, List<Item> due, List<Item> later, List<Item> done) {
        public boolean empty() {
            return late.isEmpty() && due.isEmpty() && later.isEmpty() && done.isEmpty();
        }
    }

    /**
     * A duty and where one stands with it.
     *
     * @param days late, or left until its day
     */
    record Item(
            String place,
            String href,
            Text title,
            String kind,
            boolean required,
            LocalDate due,
            String state,
            long days,
            Optional<LocalDate> doneOn,
            boolean late,
            Optional<String> statement) {
        public int dueDay() {
            return due.getDayOfMonth();
        }

        public int dueMonth() {
            return due.getMonthValue();
        }

        public boolean course() {
            return kind.equals("course");
        }

        public boolean isDone() {
            return state.equals("done");
        }

        public boolean isOverdue() {
            return state.equals("overdue");
        }
    }

    /** Plans that an organizer or manager looks after. */
    record PlansView(List<PlanLine> plans) {}

    /** One of them. */
    record PlanLine(String id, Text title, Text unit, String unitId, LocalDate from, int duties) {}

    /**
     * A plan.
     *
     * @param board where its completion is seen; empty for whoever may not
     */
    record PlanView(
            String id,
            Text title,
            Text unit,
            LocalDate from,
            List<DutyLine> duties,
            AudienceLine audience,
            Optional<String> board) {}

    /** What it asks for. */
    record DutyLine(String place, Text title, boolean required, LocalDate due) {}

    /** Whom it is for. */
    record AudienceLine(List<Text> units, List<String> ranks, boolean partyMembersOnly, int people) {}

    /** An empty form. */
    record NewPlanView(List<UnitLine> units, List<PlanModule.Offer> offers, LocalDate from, LocalDate due) {}

    /** A unit to choose. */
    record UnitLine(String id, Text name, int depth) {}

    /**
     * The completion board of a unit.
     *
     * @param path from the topmost unit that the reader may see
     * @param filter the place that is looked at; empty for all
     * @param total the unit and all below it
     */
    record BoardView(
            String unit,
            Text unitName,
            List<UnitLine> path,
            List<PlanChoice> plans,
            String filter,
            List<Column> columns,
            UnitRow total,
            List<UnitRow> units,
            List<PersonRow> late,
            List<PersonRow> people,
            Optional<String> next,
            ChartData chart,
            String export) {}

    /** A plan to choose. */
    record PlanChoice(String id, Text title, boolean chosen) {}

    /** A duty as a column. */
    record Column(String place, Text title, boolean required, LocalDate due, boolean over, boolean chosen) {}

    /**
     * A unit: itself and all below.
     *
     * @param state {@code ok}, {@code warn} or {@code bad}
     */
    record UnitRow(String id, Text name, int people, int percent, int overdue, String state, List<Cell> cells) {
        public boolean ok() {
            return state.equals("ok");
        }

        public boolean warn() {
            return state.equals("warn");
        }
    }

    /** How many have done one duty. */
    record Cell(Text title, int done, int people, int percent) {}

    /**
     * A person.
     *
     * @param daysLate of what is overdue longest
     */
    record PersonRow(String id, String name, Text unit, long daysLate, int missing, List<Mark> marks) {}

    /**
     * One person's one duty.
     *
     * @param href the single record that says so; empty while there is none
     */
    record Mark(Text title, String state, LocalDate due, Optional<LocalDate> on, boolean late, Optional<String> href) {
        public boolean isDone() {
            return state.equals("done");
        }

        public boolean isOverdue() {
            return state.equals("overdue");
        }

        public boolean isDue() {
            return state.equals("due");
        }
    }

    /** For the chart: completion in per cent. */
    record ChartData(String kind, List<String> categories, List<Series> series, String unit) {}

    /** One row of bars. */
    record Series(String name, List<Integer> values) {}
}
