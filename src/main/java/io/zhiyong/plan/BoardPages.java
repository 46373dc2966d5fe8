package io.zhiyong.plan;

import io.zhiyong.base.Language;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Unit;
import io.zhiyong.org.Units;
import io.zhiyong.plan.PlanViews.BoardView;
import io.zhiyong.plan.PlanViews.Cell;
import io.zhiyong.plan.PlanViews.ChartData;
import io.zhiyong.plan.PlanViews.Column;
import io.zhiyong.plan.PlanViews.Mark;
import io.zhiyong.plan.PlanViews.PersonRow;
import io.zhiyong.plan.PlanViews.PlanChoice;
import io.zhiyong.plan.PlanViews.Series;
import io.zhiyong.plan.PlanViews.UnitLine;
import io.zhiyong.plan.PlanViews.UnitRow;
import io.zhiyong.web.Visitor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The view of the completion board. Pure. */
final class BoardPages {
    private static final int SLOW = 60;

    private BoardPages() {}

    /**
     * Everything that was read for one board.
     *
     * @param plan whose duties are looked at
     * @param filter a place, or empty
     */
    record Board(
            Units units, UnitId unit, List<Plan> plans, Plan plan, String filter, Map<UnitId, Sum> sums, Rows rows) {
        List<Duty> duties() {
            return filter.isEmpty() ? plan.duties() : plan.duty(filter).stream().toList();
        }
    }

    /**
     * The people on a board.
     *
     * @param next where the rest of the unit's own people begins
     */
    record Rows(List<Member> late, List<Member> people, Optional<String> next) {}

    /**
     * By whom, when and how it is read.
     *
     * @param measure what the chart's bars are called
     */
    record Reader(Visitor visitor, LocalDate today, ZoneId zone, Language language, String measure) {}

    static BoardView view(Board board, Reader reader) {
        var unit = board.units().unit(board.unit());
        var rows = board.units().children(unit.id()).stream()
                .map(child -> row(board, child, reader.today()))
                .filter(row -> row.people() > 0)
                .sorted(Comparator.comparingInt(UnitRow::percent).thenComparing(UnitRow::id))
                .toList();
        return new BoardView(
                unit.id().value(),
                unit.name(),
                path(board, reader),
                board.plans().stream()
                        .map(plan -> new PlanChoice(
                                plan.id().value(),
                                plan.title(),
                                plan.id().equals(board.plan().id())))
                        .toList(),
                board.filter(),
                columns(board, reader.today()),
                row(board, unit, reader.today()),
                rows,
                people(board, board.rows().late(), reader).stream()
                        .filter(row -> row.daysLate() > 0)
                        .toList(),
                people(board, board.rows().people(), reader),
                board.rows().next(),
                chart(rows, reader),
                "/units/" + unit.id() + "/completion.xlsx?plan=" + board.plan().id());
    }

    /** From the topmost unit that the reader looks after. */
    private static List<UnitLine> path(Board board, Reader reader) {
        return board.units().path(board.unit()).stream()
                .filter(unit -> board.units().covers(reader.visitor().grants(), Role.MANAGER, unit.id()))
                .filter(unit -> !unit.id().equals(board.unit()))
                .map(unit -> new UnitLine(unit.id().value(), unit.name(), 0))
                .toList();
    }

    private static List<Column> columns(Board board, LocalDate today) {
        return board.plan().duties().stream()
                .map(duty -> new Column(
                        duty.place(),
                        duty.title(),
                        duty.required(),
                        duty.due(),
                        today.isAfter(duty.due()),
                        duty.place().equals(board.filter())))
                .toList();
    }

    private static UnitRow row(Board board, Unit unit, LocalDate today) {
        var duties = board.duties();
        var sum = Sum.of(board.units().below(unit.id()).stream()
                .map(board.sums()::get)
                .filter(Objects::nonNull)
                .toList());
        var percent = sum.percent(duties);
        var overdue = sum.overdue(duties, today);
        return new UnitRow(
                unit.id().value(),
                unit.name(),
                sum.people(),
                percent,
                overdue,
                overdue == 0 ? "ok" : percent < SLOW ? "bad" : "warn",
                duties.stream().map(duty -> cell(duty, sum)).toList());
    }

    private static Cell cell(Duty duty, Sum sum) {
        var done = sum.done(duty);
        return new Cell(duty.title(), done, sum.people(), sum.people() == 0 ? 0 : done * 100 / sum.people());
    }

    private static List<PersonRow> people(Board board, List<Member> members, Reader reader) {
        return members.stream()
                .map(member -> person(board, member, reader))
                .sorted(Comparator.comparingLong(PersonRow::daysLate).reversed())
                .toList();
    }

    private static PersonRow person(Board board, Member member, Reader reader) {
        var all = board.duties().stream()
                .map(duty -> member.completion(duty, reader.today(), reader.zone()))
                .toList();
        return new PersonRow(
                member.person().value(),
                member.name(),
                board.units().unit(member.unit()).name(),
                all.stream()
                        .mapToLong(each -> each.daysLate(reader.today()))
                        .max()
                        .orElse(0),
                (int) all.stream()
                        .filter(each -> each.state() == Completion.State.OVERDUE)
                        .count(),
                all.stream().map(each -> mark(each, reader.zone())).toList());
    }

    private static Mark mark(Completion each, ZoneId zone) {
        return new Mark(
                each.duty().title(),
                PlanPages.word(each.state()),
                each.duty().due(),
                each.done().map(done -> done.at().atZone(zone).toLocalDate()),
                each.late(),
                each.done().map(done -> "/records/" + done.statement()));
    }

    private static ChartData chart(List<UnitRow> rows, Reader reader) {
        return new ChartData(
                "rows",
                rows.stream().map(row -> row.name().in(reader.language())).toList(),
                List.of(new Series(
                        reader.measure(), rows.stream().map(UnitRow::percent).toList())),
                "%");
    }
}
