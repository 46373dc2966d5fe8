package io.zhiyong.boot.demo;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Person;
import io.zhiyong.org.Post;
import io.zhiyong.org.PostId;
import io.zhiyong.org.Service;
import io.zhiyong.org.Unit;
import io.zhiyong.web.Resources;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The units, posts and people of the file {@code demo/organization.json}. */
record DemoPeople(List<Unit> units, List<Post> posts, List<Person> people) {
    DemoPeople {
        units = List.copyOf(units);
        posts = List.copyOf(posts);
        people = List.copyOf(people);
    }

    /** The file as it is written. */
    record File(String id, Text name, List<UnitEntry> units, List<PostEntry> posts, List<PersonEntry> people) {}

    record UnitEntry(String id, Text name, String parent) {}

    record PostEntry(String id, Text name) {}

    record RoleEntry(String role, String unit) {}

    record PersonEntry(
            String account,
            String name,
            String unit,
            String rank,
            String post,
            boolean partyMember,
            LocalDate joined,
            LocalDate left,
            Boolean probation,
            List<RoleEntry> roles) {}

    static DemoPeople read() {
        var file = Json.read(Resources.text("demo/organization.json"), File.class);
        var units = IntStream.range(0, file.units().size())
                .mapToObj(at -> unit(file.units().get(at), at))
                .toList();
        var posts = file.posts().stream()
                .map(post -> new Post(new PostId(post.id()), post.name()))
                .toList();
        return new DemoPeople(
                units, posts, file.people().stream().map(DemoPeople::person).toList());
    }

    private static Unit unit(UnitEntry entry, int order) {
        return new Unit(
                new UnitId(entry.id()),
                entry.name(),
                Optional.ofNullable(entry.parent()).map(UnitId::new),
                order);
    }

    /** A person's id is his account: the demonstration's addresses can then be read. */
    private static Person person(PersonEntry entry) {
        var service = new Service(
                new UnitId(entry.unit()),
                entry.rank() == null ? "" : entry.rank(),
                Optional.ofNullable(entry.post()).map(PostId::new),
                entry.partyMember(),
                entry.joined(),
                Optional.ofNullable(entry.left()),
                Boolean.TRUE.equals(entry.probation()));
        return new Person(
                new PersonId(entry.account()),
                entry.account(),
                entry.name(),
                service,
                grants(entry),
                Language.ZH,
                true);
    }

    private static List<Grant> grants(PersonEntry entry) {
        return entry.roles() == null
                ? List.of()
                : entry.roles().stream()
                        .map(role ->
                                new Grant(Role.valueOf(role.role().toUpperCase(Locale.ROOT)), new UnitId(role.unit())))
                        .toList();
    }
}
