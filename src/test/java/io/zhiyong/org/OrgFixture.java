package io.zhiyong.org;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Vertx;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A small bureau behind a real door: root → (office → it), (market → patrol); a clock that is moved by hand. */
final class OrgFixture implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Instant START = Instant.parse("2026-06-01T01:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final Clock clock = new MovedClock();
    final OrgModule org;
    final Site site;

    /** Told by the fixture's own instant. */
    private final class MovedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    OrgFixture(Vertx vertx, Store store) {
        this(vertx, store, 10_000);
    }

    OrgFixture(Vertx vertx, Store store, int signInsPerMinute) {
        org = new OrgModule(vertx, store, new OrgModule.Settings(clock, ZoneId.of("Asia/Shanghai"), signInsPerMinute));
        await(org.start());
        site = Site.open(vertx, clock, org.gatekeeper(), org.routes());
    }

    /** With units and people: a manager of market, an administrator of all, one of market only, a cadre in each unit. */
    OrgFixture populated() {
        await(org.addUnits(List.of(
                unit("root", null),
                unit("office", "root"),
                unit("it", "office"),
                unit("market", "root"),
                unit("patrol", "market"))));
        await(org.addPosts(List.of(new Post(new PostId("p-clerk"), Text.of("文秘", "Clerk")))));
        await(org.addPeople(
                List.of(
                        person("admin", "root", new Grant(Role.ADMINISTRATOR, new UnitId("root"))),
                        person("marketadmin", "market", new Grant(Role.ADMINISTRATOR, new UnitId("market"))),
                        person("boss", "market", new Grant(Role.MANAGER, new UnitId("market"))),
                        person("organizer", "office", new Grant(Role.ORGANIZER, new UnitId("root"))),
                        person("anna", "office"),
                        person("ivan", "it"),
                        person("paul", "patrol")),
                PASSWORD));
        return this;
    }

    static Unit unit(String id, String parent) {
        return new Unit(
                new UnitId(id),
                Text.of("单位" + id, "Unit " + id),
                Optional.ofNullable(parent).map(UnitId::new),
                0);
    }

    static Person person(String account, String unit, Grant... grants) {
        return new Person(
                new PersonId("id-" + account),
                account,
                "名" + account,
                new Service(
                        new UnitId(unit),
                        "一级科员",
                        Optional.empty(),
                        true,
                        LocalDate.of(2020, 7, 1),
                        Optional.empty(),
                        false),
                List.of(grants),
                Language.EN,
                true);
    }

    /** A live session's token. */
    String token(String account) {
        return await(org.openSession(new PersonId("id-" + account)));
    }

    Site.Answer signIn(String account, String password) {
        return site.json("", "POST", "/sign-in", "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}");
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public void close() {
        site.close();
        org.close();
    }
}
