package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Grades as a proposal: thresholds first, then the quota. People decide; a proposal only says what the figures suggest. */
public final class Proposals {
    /** Why a proposal is what it is. */
    public enum Why {
        /** The threshold of that grade is reached. */
        THRESHOLD,
        /** The total would suggest excellent, and others with more take all places. */
        QUOTA,
        /** The total would suggest excellent, and equal totals compete for too few places: people decide. */
        TIE,
        /** On probation: no grade. */
        PROBATION
    }

    /** A person to be graded. */
    public record Total(PersonId person, BigDecimal total, boolean probation) {}

    /**
     * What is proposed for a person.
     *
     * @param grade empty on probation
     */
    public record Proposal(PersonId person, Optional<Grade> grade, Why why) {}

    /**
     * How much of the quota of excellent is used.
     *
     * @param graded those who get a grade
     * @param places how many of them may be excellent
     */
    public record Margin(int graded, int places, int used) {
        public int left() {
            return places - used;
        }

        public boolean kept() {
            return used <= places;
        }
    }

    private Proposals() {}

    /** One proposal each, in the order given. */
    public static List<Proposal> of(Scheme scheme, List<Total> totals) {
        var grading = scheme.grading();
        var graded = totals.stream().filter(total -> !total.probation()).toList();
        var candidates = graded.stream()
                .filter(total -> grading.of(total.total(), scheme.fullMarks()) == Grade.EXCELLENT)
                .map(Total::total)
                .sorted(Comparator.reverseOrder())
                .toList();
        var places = grading.places(graded.size());
        return totals.stream()
                .map(total -> propose(scheme, total, candidates, places))
                .toList();
    }

    public static Margin margin(Grading grading, List<Optional<Grade>> grades) {
        var graded = (int) grades.stream().filter(Optional::isPresent).count();
        var used = (int) grades.stream()
                .filter(grade -> grade.equals(Optional.of(Grade.EXCELLENT)))
                .count();
        return new Margin(graded, grading.places(graded), used);
    }

    private static Proposal propose(Scheme scheme, Total total, List<BigDecimal> candidates, int places) {
        if (total.probation()) {
            return new Proposal(total.person(), Optional.empty(), Why.PROBATION);
        }
        var grade = scheme.grading().of(total.total(), scheme.fullMarks());
        if (grade != Grade.EXCELLENT) {
            return new Proposal(total.person(), Optional.of(grade), Why.THRESHOLD);
        }
        var before = count(candidates, total.total(), 1);
        var equal = count(candidates, total.total(), 0);
        if (before + equal <= places) {
            return new Proposal(total.person(), Optional.of(Grade.EXCELLENT), Why.THRESHOLD);
        }
        var why = before < places ? Why.TIE : Why.QUOTA;
        return new Proposal(total.person(), Optional.of(Grade.COMPETENT), why);
    }

    private static long count(List<BigDecimal> totals, BigDecimal than, int sign) {
        return totals.stream()
                .filter(total -> Integer.signum(total.compareTo(than)) == sign)
                .count();
    }
}
