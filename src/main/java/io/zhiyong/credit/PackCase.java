package io.zhiyong.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A test case that a pack carries: these people did this, so this much counts and these requirements are met.
 *
 * @param learner the person judged; absent: somebody of no particular kind who was there all year
 * @param facts what the person did
 * @param group for averages: members with the credit they have
 */
public record PackCase(String name, int year, Who learner, List<Deeds> facts, List<Member> group, Expectation expect) {
    /** Somebody, as far as the pack looks at him. */
    public record Who(
            Set<String> kinds,
            Optional<LocalDate> joined,
            Optional<LocalDate> left,
            List<Learner.Exemption> exemptions) {
        static final Who ANYBODY = new Who(Set.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * What was done.
     *
     * @param times so many different objects alike; absent: one
     */
    public record Deeds(Deed deed, Content content, LocalDate on, Integer times) {
        public Deeds {
            content = content == null ? Content.UNDECLARED : content;
            times = times == null ? 1 : Math.max(1, times);
        }
    }

    /** A member of a group with credit of one kind. */
    public record Member(Set<String> kinds, Kind kind, Credit hours) {}

    /**
     * What must come out; what is absent is not asked.
     *
     * @param lines how many lines the ledger gets
     * @param categories counted credit by category
     * @param needed by requirement, after pro-rata
     * @param met by requirement
     */
    public record Expectation(
            Integer lines,
            Credit total,
            Map<String, Credit> categories,
            Map<String, Credit> needed,
            Map<String, Boolean> met) {
        public Expectation {
            categories = categories == null ? Map.of() : Map.copyOf(categories);
            needed = needed == null ? Map.of() : Map.copyOf(needed);
            met = met == null ? Map.of() : Map.copyOf(met);
        }
    }

    public PackCase {
        name = Blank.refused("name", name);
        learner = learner == null ? Who.ANYBODY : learner;
        facts = facts == null ? List.of() : List.copyOf(facts);
        group = group == null ? List.of() : List.copyOf(group);
    }
}
