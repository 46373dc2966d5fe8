package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What one person's lines of one year and pack come to. Derived from the lines and from nothing else.
 *
 * @param pack id of the pack, without version
 */
public record YearSum(PersonId person, int year, String pack, List<Part> parts) {
    /** The credit that counts as one kind. */
    public record Part(Kind kind, Credit hours) {}

    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::category).thenComparing(Kind::form);

    public YearSum {
        parts = List.copyOf(parts);
    }

    public static YearSum none(PersonId person, int year, String pack) {
        return new YearSum(person, year, pack, List.of());
    }

    /** The sum of lines that all belong to that person, year and pack. */
    public static YearSum of(RulePack pack, PersonId person, int year, List<CreditLine> lines) {
        var sums = new TreeMap<Kind, Credit>(ORDER);
        for (var counted : Counting.of(pack, lines)) {
            if (counted.line().reverses().isEmpty()) {
                sums.merge(counted.line().kind(), counted.counted(), Credit::plus);
            }
        }
        var parts = sums.entrySet().stream()
                .map(sum -> new Part(sum.getKey(), sum.getValue()))
                .toList();
        return new YearSum(person, year, pack.pack().id(), parts);
    }

    public Credit of(Selection selection) {
        return parts.stream()
                .filter(part -> selection.holds(part.kind()))
                .map(Part::hours)
                .reduce(Credit.NONE, Credit::plus);
    }

    public Credit total() {
        return of(Selection.ALL);
    }
}
