package io.zhiyong.exam;

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

/** An organization of two units below one root; whose name ends in 2 serves in the second, everybody else in the first. */
final class Bureau implements Organization {
    static final UnitId ROOT = new UnitId("u-root");
    static final UnitId ONE = new UnitId("u-one");
    static final UnitId TWO = new UnitId("u-two");

    private final Units units = Units.of(List.of(
            new Unit(ROOT, Text.of("局"), Optional.empty(), 0),
            new Unit(ONE, Text.of("一处"), Optional.of(ROOT), 0),
            new Unit(TWO, Text.of("二处"), Optional.of(ROOT), 1)));

    private static Person make(PersonId id) {
        var unit = id.value().endsWith("2") ? TWO : ONE;
        var service = new Service(unit, "", Optional.empty(), false, LocalDate.of(2020, 1, 1), Optional.empty(), false);
        return new Person(id, id.value(), "姓名" + id, service, List.of(), Language.ZH, true);
    }

    @Override
    public Future<Person> person(PersonId id) {
        return id.value().equals("nobody")
                ? Future.failedFuture(Refusal.notFound("org.refusal.person"))
                : Future.succeededFuture(make(id));
    }

    @Override
    public Future<Optional<Person>> byAccount(String account) {
        return Future.succeededFuture(Optional.of(make(new PersonId(account))));
    }

    @Override
    public Future<Map<PersonId, Person>> people(Collection<PersonId> ids) {
        var all = new HashMap<PersonId, Person>();
        ids.forEach(id -> all.put(id, make(id)));
        return Future.succeededFuture(all);
    }

    @Override
    public Units units() {
        return units;
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
