package io.zhiyong.testkit;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Vertx;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.credit.CreditModule;
import io.zhiyong.org.OrgModule;
import io.zhiyong.org.Person;
import io.zhiyong.org.Service;
import io.zhiyong.org.Unit;
import io.zhiyong.record.Home;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.record.StatementObject;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line up to the ledger, real in every part: an organization, the record and credit, with a clock moved by hand. Units:
 * root over office and market, patrol below market. People: boss manages root, chief manages market, both work there; anna and
 * dora in market, paul in patrol, otto in office, nina on probation in market.
 */
public final class Bureau implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final HandClock clock = new HandClock("2026-12-04T02:00:00Z");
    public final OrgModule org;
    public final RecordModule record;
    public final CreditModule credit;

    public Bureau(Vertx vertx, Store store) {
        org = new OrgModule(vertx, store, OrgModule.Settings.usual(clock, ZONE));
        record = new RecordModule(new RecordModule.Needs(
                vertx, store, clock, ZONE, new Home("https://zhiyong.example"), org.organization()));
        credit = new CreditModule(
                new CreditModule.Needs(store, record, org.organization(), org.audit(), clock),
                CreditModule.Settings.usual(ZONE));
        await(org.start());
        await(record.start());
        await(credit.start());
        await(org.addUnits(
                List.of(unit("root", null), unit("office", "root"), unit("market", "root"), unit("patrol", "market"))));
        add(
                person("boss", "root", false, new Grant(Role.MANAGER, new UnitId("root"))),
                person("chief", "market", false, new Grant(Role.MANAGER, new UnitId("market"))),
                person("anna", "market", false),
                person("dora", "market", false),
                person("nina", "market", true),
                person("paul", "patrol", false),
                person("otto", "office", false));
    }

    public void add(Person... people) {
        await(org.addPeople(List.of(people), "correct horse battery"));
    }

    public static Person person(String id, String unit, boolean probation, Grant... grants) {
        var service = new Service(
                new UnitId(unit),
                "一级科员",
                Optional.empty(),
                true,
                LocalDate.of(2015, 1, 1),
                Optional.empty(),
                probation);
        return new Person(new PersonId(id), id, id, service, List.of(grants), Language.EN, true);
    }

    private static Unit unit(String id, String parent) {
        return new Unit(new UnitId(id), Text.of(id), Optional.ofNullable(parent).map(UnitId::new), 0);
    }

    /** Somebody completes a course of so many minutes. */
    public StatementId course(String person, String course, int minutes) {
        var thing = StatementObject.thing(ActivityType.COURSE, "courses/" + course, Text.of("课程 " + course));
        return tell(StatementDraft.telling("test.course", person, course)
                .that(new PersonId(person), Verb.COMPLETED, thing, Instant.parse("2026-05-01T02:00:00Z"))
                .with(Extension.FORM, "online-course")
                .with(Extension.MEASURES, Map.of("MINUTES", minutes)));
    }

    /** Somebody passes a test with so many points of a hundred. */
    public StatementId test(String person, String test, int points) {
        var thing = StatementObject.thing(ActivityType.ASSESSMENT, "exams/" + test, Text.of("测验 " + test));
        return tell(StatementDraft.telling("test.exam", person, test)
                .that(new PersonId(person), Verb.PASSED, thing, Instant.parse("2026-06-01T02:00:00Z"))
                .result(Result.NONE.score(points, 100).success(true)));
    }

    /** Appends and waits until the ledger has it. */
    public StatementId tell(StatementDraft draft) {
        var id = await(record.append(draft));
        for (var tries = 0; tries < 10; tries++) {
            if (await(record.settled(id))) {
                return id;
            }
        }
        throw new AssertionError("no reader of the feed took " + id);
    }

    @Override
    public void close() {
        await(record.stop());
        org.close();
    }
}
