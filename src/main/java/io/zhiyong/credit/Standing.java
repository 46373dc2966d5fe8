package io.zhiyong.credit;

import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where people stand against the requirements of a pack: what was asked, what is there, what is missing. */
public final class Standing {
    /**
     * One requirement and one person, or one group when it is about an average.
     *
     * @param needed after pro-rata
     * @param exempt basis of the exemption; a person who is exempt has met the requirement
     */
    public record Measured(String requirement, Text title, Credit needed, Credit has, Optional<String> exempt) {
        public boolean met() {
            return exempt.isPresent() || has.reaches(needed);
        }

        public Credit missing() {
            return exempt.isPresent() ? Credit.NONE : needed.minus(has).orNone();
        }
    }

    private Standing() {}

    /**
     * A person's standing in a year, one entry for each requirement that binds him alone.
     *
     * @param sums his sums of that year and the ones before it, in any order; a missing year has none
     */
    public static List<Measured> of(RulePack pack, Learner learner, List<YearSum> sums, int year) {
        return pack.binding(learner)
                .filter(requirement -> !requirement.averaged())
                .map(requirement -> new Measured(
                        requirement.id(),
                        requirement.title(),
                        needed(pack, requirement, learner, year),
                        has(pack, requirement, learner, sums, year),
                        learner.exemptFrom(requirement.id(), year)))
                .toList();
    }

    /**
     * One requirement of one person with the lines that fill it: what an appraisal rests on.
     *
     * @param carried surplus of the year before that counts
     * @param lines those that count for something, oldest first
     */
    public record Detail(Measured measured, Credit carried, List<Counting.Counted> lines) {}

    /**
     * The lines behind one requirement; empty when it does not bind the person.
     *
     * @param lines his lines of the pack, of all years the requirement spans and the one before
     */
    public static Optional<Detail> detail(
            RulePack pack, Learner learner, String requirement, List<CreditLine> lines, int year) {
        var sums = IntStream.rangeClosed(year - 10, year)
                .mapToObj(each -> YearSum.of(pack, learner.person(), each, ofYear(lines, each)))
                .toList();
        return of(pack, learner, sums, year).stream()
                .filter(measured -> measured.requirement().equals(requirement))
                .findFirst()
                .map(measured -> detail(pack, measured, lines, year));
    }

    private static Detail detail(RulePack pack, Measured measured, List<CreditLine> lines, int year) {
        var requirement = pack.requirement(measured.requirement());
        var counted = IntStream.rangeClosed(year - requirement.years() + 1, year)
                .boxed()
                .flatMap(each -> Counting.of(pack, ofYear(lines, each)).stream())
                .filter(line -> line.counted().compareTo(Credit.NONE) > 0)
                .filter(line -> requirement.of().holds(line.line().kind()))
                .toList();
        var own = counted.stream().map(Counting.Counted::counted).reduce(Credit.NONE, Credit::plus);
        return new Detail(measured, measured.has().minus(own), counted);
    }

    private static List<CreditLine> ofYear(List<CreditLine> lines, int year) {
        return lines.stream().filter(line -> line.year() == year).toList();
    }

    /** One member of a group whose average is asked about. */
    public record Member(Learner learner, YearSum sum) {}

    /** The averages of those of a group that each averaged requirement is about, rounded down; none for nobody. */
    public static List<Measured> average(RulePack pack, List<Member> group) {
        return pack.requirements().stream()
                .filter(Requirement::averaged)
                .flatMap(requirement -> average(requirement, group).stream())
                .toList();
    }

    private static Optional<Measured> average(Requirement requirement, List<Member> group) {
        var bound = group.stream()
                .filter(member -> requirement.binds(member.learner()))
                .map(member -> member.sum().of(requirement.of()).hours())
                .toList();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        var sum = bound.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var average = new Credit(sum.divide(BigDecimal.valueOf(bound.size()), 2, RoundingMode.DOWN));
        return Optional.of(new Measured(
                requirement.id(), requirement.title(), requirement.hours().credit(), average, Optional.empty()));
    }

    /** What a person owes: whole, or as many twelfths as he was there for, never more than his share. */
    static Credit needed(RulePack pack, Requirement requirement, Learner learner, int year) {
        var whole = requirement.hours().value();
        if (!pack.terms().proRata()) {
            return new Credit(whole);
        }
        var months = 0;
        for (var each = year - requirement.years() + 1; each <= year; each++) {
            months += learner.monthsIn(each);
        }
        var share = whole.multiply(BigDecimal.valueOf(months))
                .divide(BigDecimal.valueOf(12L * requirement.years()), 1, RoundingMode.DOWN);
        return new Credit(share);
    }

    private static Credit has(RulePack pack, Requirement requirement, Learner learner, List<YearSum> sums, int year) {
        var own = sums.stream()
                .filter(sum -> sum.year() <= year && sum.year() > year - requirement.years())
                .map(sum -> sum.of(requirement.of()))
                .reduce(Credit.NONE, Credit::plus);
        // A span of years already holds the surplus of all but the first: carrying it would count it twice.
        return requirement.years() > 1 ? own : own.plus(carried(pack, requirement, learner, sums, year - 1));
    }

    private static Credit carried(
            RulePack pack, Requirement requirement, Learner learner, List<YearSum> sums, int before) {
        return pack.terms()
                .carry()
                .filter(carry -> requirement.of().holds(new Kind(carry.into(), "")))
                .map(carry -> surplus(pack, carry.over(), learner, sums, before))
                .orElse(Credit.NONE);
    }

    private static Credit surplus(RulePack pack, String over, Learner learner, List<YearSum> sums, int year) {
        return pack.requirements().stream()
                .filter(requirement -> requirement.id().equals(over))
                .flatMap(requirement -> sums.stream()
                        .filter(sum -> sum.year() == year)
                        .map(sum -> sum.of(requirement.of())
                                .minus(needed(pack, requirement, learner, year))
                                .orNone()))
                .reduce(Credit.NONE, Credit::plus);
    }
}
