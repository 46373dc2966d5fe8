package io.zhiyong.record;

import io.vertx.core.Future;
import io.zhiyong.base.Language;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Person;
import io.zhiyong.org.Post;
import io.zhiyong.org.PostId;
import io.zhiyong.org.Service;
import io.zhiyong.org.Unit;
import io.zhiyong.org.Units;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody whose id begins with p: p1 … p4 in the first office, the others in the second. */
final class Bureau implements Organization {
    private static final UnitId ROOT = new UnitId("u-root");
    private static final Units UNITS = Units.of(List.of(
            new Unit(ROOT, Text.of("局"), Optional.empty(), 0),
            new Unit(new UnitId("u1"), Text.of("一处"), Optional.of(ROOT), 1),
            new Unit(new UnitId("u2"), Text.of("二处"), Optional.of(ROOT), 2)));

    @Override
    public Future<Person> person(PersonId id) {
        return people(List.of(id)).map(found -> Optional.ofNullable(found.get(id))
                .orElseThrow(() -> Refusal.notFound("org.refusal.person", id.value())));
    }

    @Override
    public Future<Map<PersonId, Person>> people(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Person>();
        ids.stream().filter(id -> id.value().startsWith("p")).forEach(id -> found.put(id, of(id)));
        return Future.succeededFuture(found);
    }

    private static Person of(PersonId id) {
        var unit = new UnitId(id.value().matches("p[1-4]") ? "u1" : "u2");
        var service = new Service(unit, "", Optional.empty(), false, LocalDate.of(2020, 1, 1), Optional.empty(), false);
        return new Person(id, id.value(), "name of " + id, service, List.of(), Language.ZH, true);
    }

    @Override
    public Units units() {
        return UNITS;
    }

    @Override
    public Future<Optional<Person>> byAccount(String account) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Map<PostId, Post> posts() {
        return Map.of();
    }

    @Override
    public Future<Page<Person>> membersOf(UnitId unit, Optional<String> after, int limit) {
        return Future.succeededFuture(new Page<>(List.of(), Optional.empty()));
    }

    @Override
    public Future<Page<Person>> membersBelow(UnitId unit, Optional<String> after, int limit) {
        return membersOf(unit, after, limit);
    }

    @Override
    public Future<Long> countBelow(UnitId unit) {
        return Future.succeededFuture(0L);
    }

    @Override
    public Future<Map<UnitId, Long>> counts() {
        return Future.succeededFuture(Map.of());
    }
}
