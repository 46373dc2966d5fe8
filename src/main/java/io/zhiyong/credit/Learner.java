package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What requirements look at in a person.
 *
 * @param kinds such as {@code leader}, {@code others}, {@code party-member}; packs name them
 * @param joined first day in the organization; empty: before every year asked about
 * @param left last day in it; empty: still there
 */
public record Learner(
        PersonId person,
        Set<String> kinds,
        Optional<LocalDate> joined,
        Optional<LocalDate> left,
        List<Exemption> exemptions) {
    /**
     * Somebody is not held to a requirement.
     *
     * @param basis the provision or decision that says so; never blank
     */
    public record Exemption(String requirement, int year, String basis) {
        public Exemption {
            basis = Blank.refused("basis", basis);
        }
    }

    public Learner {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        joined = joined == null ? Optional.empty() : joined;
        left = left == null ? Optional.empty() : left;
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
    }

    /** Calendar months of the year with at least one day in the organization, 0 to 12. */
    public int monthsIn(int year) {
        var first = joined.filter(day -> day.getYear() >= year)
                .map(day -> day.getYear() > year ? 13 : day.getMonthValue())
                .orElse(1);
        var last = left.filter(day -> day.getYear() <= year)
                .map(day -> day.getYear() < year ? 0 : day.getMonthValue())
                .orElse(12);
        return Math.max(0, last - first + 1);
    }

    public Optional<String> exemptFrom(String requirement, int year) {
        return exemptions.stream()
                .filter(exemption ->
                        exemption.year() == year && exemption.requirement().equals(requirement))
                .map(Exemption::basis)
                .findFirst();
    }
}
