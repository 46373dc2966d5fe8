package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import java.util.Collection;
import java.util.List;

/** Who may change what of whom. An administrator's power ends at his own scope, and never grows by using it. */
final class Keepers {
    private Keepers() {}

    /** Refuses whoever may not look at this person: himself, his managers and administrators may. */
    static void requireReader(Units units, PersonId reader, Collection<Grant> grants, Person person) {
        if (!reader.equals(person.id())) {
            units.requireScope(grants, person.unit(), Role.MANAGER, Role.ADMINISTRATOR);
        }
    }

    /**
     * Refuses whoever may not change this person: his unit must be in the administrator's scope, and so must every role that he
     * holds. Else an administrator of one section could take over one of the whole house who happens to sit in it.
     */
    static void requireKeeper(Units units, Collection<Grant> grants, Person person) {
        units.requireScope(grants, Role.ADMINISTRATOR, person.unit());
        person.grants().stream()
                .filter(grant -> units.contains(grant.unit()))
                .forEach(grant -> units.requireScope(grants, Role.ADMINISTRATOR, grant.unit()));
    }

    static boolean isKeeper(Units units, Collection<Grant> grants, Person person) {
        return units.covers(grants, Role.ADMINISTRATOR, person.unit())
                && person.grants().stream()
                        .filter(grant -> units.contains(grant.unit()))
                        .allMatch(grant -> units.covers(grants, Role.ADMINISTRATOR, grant.unit()));
    }

    /** The grants with one more; refused for a role that everybody has, or outside the administrator's scope. */
    static List<Grant> granted(Units units, Collection<Grant> own, Person person, Grant grant) {
        requireKeeper(units, own, person);
        units.requireScope(own, Role.ADMINISTRATOR, grant.unit());
        if (grant.role() == Role.CADRE) {
            throw Refusal.invalid("role", "org.refusal.roleOfAll");
        }
        var grants = new java.util.ArrayList<>(person.grants());
        grants.add(grant);
        return grants.stream().distinct().toList();
    }

    /** The grants without one. Nobody withdraws his own administration: so there is always an administrator left. */
    static List<Grant> withdrawn(Units units, PersonId self, Collection<Grant> own, Person person, Grant grant) {
        requireKeeper(units, own, person);
        if (!person.grants().contains(grant)) {
            throw Refusal.notFound("org.refusal.grant");
        }
        if (self.equals(person.id()) && grant.role() == Role.ADMINISTRATOR) {
            throw Refusal.conflict("org.refusal.ownAdministration");
        }
        return person.grants().stream().filter(held -> !held.equals(grant)).toList();
    }

    /** Refuses what somebody would do to himself and could not undo. */
    static void requireOther(PersonId self, PersonId person) {
        if (self.equals(person)) {
            throw Refusal.conflict("org.refusal.self");
        }
    }

    /** Refuses whoever does not administer the organization as a whole. */
    static void requireWhole(Units units, Collection<Grant> grants) {
        units.requireScope(grants, Role.ADMINISTRATOR, units.root().id());
    }

    /** Refuses an administrator for whom either of the units is out of scope. */
    static void requireBoth(Units units, Collection<Grant> grants, UnitId one, UnitId other) {
        units.requireScope(grants, Role.ADMINISTRATOR, one);
        units.requireScope(grants, Role.ADMINISTRATOR, other);
    }
}
