package io.zhiyong.exam;

import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.ExamPages.Draft;
import io.zhiyong.exam.ExamPages.Item;
import io.zhiyong.exam.ExamPages.ListView;
import io.zhiyong.exam.ExamPages.ResultRow;
import io.zhiyong.exam.ExamPages.ResultsView;
import io.zhiyong.org.Person;
import io.zhiyong.org.Units;
import io.zhiyong.questionbank.Points;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts exams and attempts into the order in which they are read. */
final class ExamLists {
    private ExamLists() {}

    /** Open and not passed first, the first to close on top; then what is to come; then what is passed or over. */
    static ListView of(List<Item> items, List<Draft> drafts, boolean organizer) {
        var due = items.stream()
                .filter(item -> item.phase() == Exam.Phase.OPEN && !item.passed())
                .sorted(Comparator.comparing(item -> item.terms().closes()))
                .toList();
        var coming = items.stream()
                .filter(item -> item.phase() == Exam.Phase.COMING)
                .sorted(Comparator.comparing(item -> item.terms().opens()))
                .toList();
        var past = items.stream()
                .filter(item -> item.phase() == Exam.Phase.OVER || (item.phase() == Exam.Phase.OPEN && item.passed()))
                .toList();
        return new ListView(due, coming, past, drafts, organizer);
    }

    static ResultsView results(Exam exam, Page<Attempt> page, Map<PersonId, Person> people, Units units) {
        var rows = page.items().stream()
                .map(attempt -> row(
                        attempt, Optional.ofNullable(people.get(attempt.sitter().person())), units))
                .toList();
        return new ResultsView(
                exam.id(),
                exam.about().title(),
                exam.full(),
                rows,
                page.next().map(after -> "/exams/" + exam.id() + "/results?after=" + after));
    }

    private static ResultRow row(Attempt attempt, Optional<Person> person, Units units) {
        var handed = attempt.handed();
        return new ResultRow(
                attempt.id(),
                person.map(Person::name).orElse(attempt.sitter().person().value()),
                unitName(units, attempt.sitter().unit()),
                attempt.sitter().number(),
                attempt.isOpen(),
                handed.map(end -> end.outcome().score()).orElse(Points.ZERO),
                handed.map(end -> end.outcome().passed()).orElse(false),
                handed.map(Attempt.Handed::at));
    }

    private static Text unitName(Units units, UnitId unit) {
        return units.contains(unit) ? units.unit(unit).name() : Text.of(unit.value());
    }
}
