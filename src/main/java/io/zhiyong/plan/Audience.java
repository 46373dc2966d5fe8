package io.zhiyong.plan;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.util.Collection;
import java.util.Set;

/**
 * Whom a plan is for: the people of some units and of all below them, narrowed by rank and membership, and whoever is named.
 *
 * @param ranks 职级; empty: any
 * @param partyMembersOnly only members of the Party
 * @param people named one by one, whatever their unit and rank
 */
public record Audience(Set<UnitId> units, Set<String> ranks, boolean partyMembersOnly, Set<PersonId> people) {
    /**
     * What an audience looks at in a person.
     *
     * @param path the units from the root to his own
     */
    public record Candidate(PersonId person, Collection<UnitId> path, String rank, boolean partyMember) {}

    public Audience {
        units = units == null ? Set.of() : Set.copyOf(units);
        ranks = ranks == null ? Set.of() : Set.copyOf(ranks);
        people = people == null ? Set.of() : Set.copyOf(people);
        if (units.isEmpty() && people.isEmpty()) {
            throw Refusal.invalid("units", "plan.refusal.nobody");
        }
    }

    /** Everybody of one unit and below. */
    public static Audience of(UnitId unit) {
        return new Audience(Set.of(unit), Set.of(), false, Set.of());
    }

    public boolean includes(Candidate candidate) {
        return people.contains(candidate.person())
                || candidate.path().stream().anyMatch(units::contains)
                        && (ranks.isEmpty() || ranks.contains(candidate.rank()))
                        && (!partyMembersOnly || candidate.partyMember());
    }
}
