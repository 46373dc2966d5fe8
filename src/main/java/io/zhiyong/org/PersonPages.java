package io.zhiyong.org;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.PeoplePages.PostOption;
import io.zhiyong.org.PeoplePages.UnitOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the pages of one person show. */
final class PersonPages {
    private PersonPages() {}

    /** A role with the unit it holds for; {@code label} is a message key. */
    record RoleRow(String role, String label, UnitId unit, Text unitName) {}

    /** What the file says of a person. */
    record Facts(
            PersonId id,
            String account,
            String name,
            List<Text> path,
            String rank,
            Optional<Text> post,
            boolean partyMember,
            LocalDate joined,
            Optional<LocalDate> left,
            boolean probation,
            boolean active,
            List<RoleRow> roles) {}

    /** A role to choose. */
    record RoleOption(String role, String label) {}

    /**
     * One person.
     *
     * @param keeper whether the visitor may change him
     * @param other whether he is somebody else than the visitor
     */
    record PersonView(Facts facts, boolean keeper, boolean other, List<RoleOption> roles, List<UnitOption> units) {}

    /** The form for a person, new when there is no id. */
    record PersonFormView(
            Optional<PersonId> id,
            String account,
            String name,
            String rank,
            boolean partyMember,
            Optional<LocalDate> joined,
            Optional<LocalDate> left,
            boolean probation,
            List<UnitOption> units,
            List<PostOption> posts) {}

    /** A one-time code, shown once. */
    record CodeView(PersonId id, String name, String account, String code, Instant until) {}

    /** A device on which the visitor is signed in. */
    record SessionRow(String name, String device, String address, Instant created, Instant seen, boolean current) {}

    /** What a visitor sees of himself. */
    record MeView(Facts facts, Language language, List<SessionRow> sessions, int shortest) {
        public boolean several() {
            return sessions.size() > 1;
        }
    }

    static Facts facts(Person person, Organization all) {
        return new Facts(
                person.id(),
                person.account(),
                person.name(),
                all.units().path(person.unit()).stream().map(Unit::name).toList(),
                person.rank(),
                person.post().map(all.posts()::get).map(Post::name),
                person.partyMember(),
                person.joined(),
                person.left(),
                person.probation(),
                person.active(),
                person.grants().stream()
                        .filter(grant -> all.units().contains(grant.unit()))
                        .map(grant -> role(grant, all.units()))
                        .toList());
    }

    private static RoleRow role(Grant grant, Units units) {
        return new RoleRow(
                grant.role().name().toLowerCase(Locale.ROOT),
                PeoplePages.roleKey(grant.role()),
                grant.unit(),
                units.unit(grant.unit()).name());
    }

    static PersonView person(Person person, Organization all, PersonId reader, List<Grant> grants) {
        var keeper = Keepers.isKeeper(all.units(), grants, person);
        return new PersonView(
                facts(person, all),
                keeper,
                !reader.equals(person.id()),
                keeper ? roles() : List.of(),
                keeper ? kept(all.units(), grants, Optional.of(person.unit())) : List.of());
    }

    private static List<RoleOption> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.CADRE)
                .map(role -> new RoleOption(role.name().toLowerCase(Locale.ROOT), PeoplePages.roleKey(role)))
                .toList();
    }

    private static List<UnitOption> kept(Units units, List<Grant> grants, Optional<UnitId> chosen) {
        return PeoplePages.options(units, units.scopes(grants, Role.ADMINISTRATOR), chosen);
    }

    static PersonFormView blank(Organization all, List<Grant> grants, Optional<UnitId> unit) {
        return new PersonFormView(
                Optional.empty(),
                "",
                "",
                "",
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                kept(all.units(), grants, unit),
                PeoplePages.posts(all.posts(), Optional.empty()));
    }

    static PersonFormView form(Person person, Organization all, List<Grant> grants) {
        return new PersonFormView(
                Optional.of(person.id()),
                person.account(),
                person.name(),
                person.rank(),
                person.partyMember(),
                Optional.of(person.joined()),
                person.left(),
                person.probation(),
                kept(all.units(), grants, Optional.of(person.unit())),
                PeoplePages.posts(all.posts(), person.post()));
    }

    static MeView me(Person person, Organization all, List<Session> sessions, String current) {
        return new MeView(
                facts(person, all),
                person.language(),
                sessions.stream().map(session -> row(session, current)).toList(),
                PasswordPolicy.SHORTEST);
    }

    private static SessionRow row(Session session, String current) {
        return new SessionRow(
                session.name(),
                Device.of(session.agent()),
                session.address(),
                session.created(),
                session.seen(),
                session.name().equals(current));
    }
}
