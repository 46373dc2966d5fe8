package io.zhiyong.org;

import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the list of people shows. */
final class PeoplePages {
    private PeoplePages() {}

    /** A unit to choose from; the indent shows how deep it lies. */
    record UnitOption(UnitId id, String indent, Text name, boolean chosen) {}

    /** A post to choose from. */
    record PostOption(PostId id, Text name, boolean chosen) {}

    /** One person in a list. {@code roles} are message keys. */
    record PersonRow(
            PersonId id,
            String account,
            String name,
            Text unit,
            String rank,
            Optional<Text> post,
            boolean partyMember,
            boolean probation,
            boolean active,
            List<String> roles) {}

    /**
     * A part of the list.
     *
     * @param total active people in the unit and below it
     * @param next the address of the following part
     * @param keeper whether the visitor may add people here
     */
    record PeopleView(
            Text unit,
            long total,
            List<UnitOption> units,
            String words,
            boolean below,
            boolean active,
            List<PersonRow> people,
            Optional<String> first,
            Optional<String> next,
            boolean keeper) {}

    static PeopleView list(PeopleForm form, Page<Person> page, long total, Organization all, Scope scope) {
        return new PeopleView(
                all.units().unit(form.unit()).name(),
                total,
                options(all.units(), scope.tops(), Optional.of(form.unit())),
                form.words(),
                form.below(),
                form.active(),
                page.items().stream().map(person -> row(person, all)).toList(),
                form.after().map(after -> address(form, Optional.empty())),
                page.next().map(next -> address(form, Optional.of(next))),
                scope.keeper());
    }

    /**
     * What the visitor may see and do.
     *
     * @param tops the units in his scope that lie below no other of them
     * @param keeper whether he keeps the people of the unit shown
     */
    record Scope(List<Unit> tops, boolean keeper) {}

    static PersonRow row(Person person, Organization all) {
        return new PersonRow(
                person.id(),
                person.account(),
                person.name(),
                all.units().unit(person.unit()).name(),
                person.rank(),
                person.post().map(all.posts()::get).map(Post::name),
                person.partyMember(),
                person.probation(),
                person.active(),
                person.grants().stream()
                        .map(grant -> roleKey(grant.role()))
                        .distinct()
                        .toList());
    }

    static String roleKey(Role role) {
        return "org.role." + role.name().toLowerCase(Locale.ROOT);
    }

    /** These units and all below them, as a list to choose from. */
    static List<UnitOption> options(Units units, Collection<Unit> tops, Optional<UnitId> chosen) {
        return tops.stream()
                .flatMap(top -> units.below(top.id()).stream())
                .distinct()
                .map(id -> new UnitOption(
                        id,
                        "\u3000".repeat(units.path(id).size() - 1),
                        units.unit(id).name(),
                        chosen.filter(id::equals).isPresent()))
                .toList();
    }

    static List<PostOption> posts(Map<PostId, Post> posts, Optional<PostId> chosen) {
        return posts.values().stream()
                .map(post -> new PostOption(
                        post.id(), post.name(), chosen.filter(post.id()::equals).isPresent()))
                .toList();
    }

    private static String address(PeopleForm form, Optional<String> after) {
        var address = new StringBuilder("/people?unit=").append(form.unit().value());
        if (!form.words().isEmpty()) {
            address.append("&q=").append(escaped(form.words()));
            address.append("&by=").append(form.by().name().toLowerCase(Locale.ROOT));
        }
        if (!form.below()) {
            address.append("&only=1");
        }
        if (!form.active()) {
            address.append("&state=inactive");
        }
        after.ifPresent(last -> address.append("&after=").append(escaped(last)));
        return address.toString();
    }

    static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
