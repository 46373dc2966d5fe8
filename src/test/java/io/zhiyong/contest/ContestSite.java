package io.zhiyong.contest;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Grant;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.OrgModule;
import io.zhiyong.record.Home;
import io.zhiyong.record.RecordModule;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.web.Messages;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A server with contests on it, ten questions to play and one unit, u-root, to play for. */
final class ContestSite implements AutoCloseable {
    static final String HOST = "org1:organizer@u-root";
    static final String SETUP = """
            {"title":"宪法知识竞赛","questions":"q0 q1","rules":{"readSeconds":0,"boardEvery":0}}""";

    final Site site;
    final ContestModule module;
    private final OrgModule org;
    private final RecordModule records;

    ContestSite(Vertx vertx, Store store) {
        var clock = Clock.systemUTC();
        var zone = ZoneId.of("Asia/Shanghai");
        org = new OrgModule(vertx, store, OrgModule.Settings.usual(clock, zone));
        records = new RecordModule(new RecordModule.Needs(
                vertx, store, clock, zone, new Home("https://study.example.org"), org.organization()));
        var needs = new ContestModule.Needs(vertx, clock, store, Messages.load(), null, null, records);
        module = new ContestModule(needs, new Shelf(), new Root(), Duration.ofSeconds(1));
        await(org.start());
        await(records.start());
        await(module.start());
        site = Site.open(vertx, clock, module.routes().toArray(Routes[]::new));
    }

    String created(String setup) {
        var created = site.json(HOST, "POST", "/contests", setup);
        if (created.status() != 201) {
            throw new AssertionError(created.text());
        }
        return created.header("Location");
    }

    String lobby(String setup) {
        var path = created(setup);
        var opened = site.json(HOST, "POST", path + "/lobby", "{}");
        if (opened.status() != 200) {
            throw new AssertionError(opened.text());
        }
        return path;
    }

    /** How many statements there are of a person. */
    int told(String person) {
        return await(records.of(new PersonId(person), Optional.empty(), 50))
                .items()
                .size();
    }

    @Override
    public void close() {
        await(module.stop());
        site.close();
        await(records.stop());
        org.close();
    }

    /** Ten questions with the key A. */
    private static final class Shelf implements QuestionsStore {
        private static ContestQuestion question(int number) {
            return new ContestQuestion(
                    "q" + number,
                    ContestQuestion.Kind.SINGLE,
                    "stem " + number,
                    List.of(new ContestQuestion.Option("A", "yes"), new ContestQuestion.Option("B", "no")),
                    List.of("A"));
        }

        @Override
        public Future<List<ContestQuestion>> byIds(List<String> ids) {
            return ids.stream().allMatch(id -> id.matches("q\\d"))
                    ? Future.succeededFuture(ids.stream()
                            .map(id -> question(Integer.parseInt(id.substring(1))))
                            .toList())
                    : Future.failedFuture(Refusal.invalid("questions", "contest.refusal.question", ids.get(0)));
        }

        @Override
        public Future<List<ContestQuestion>> draw(String subject, int count, String seed) {
            return Future.succeededFuture(
                    IntStream.range(0, count).mapToObj(Shelf::question).toList());
        }

        @Override
        public Future<List<String>> subjects() {
            return Future.succeededFuture(List.of("宪法"));
        }
    }

    /** One unit, u-root. */
    private static final class Root implements Hosting {
        @Override
        public boolean covers(List<Grant> grants, UnitId unit) {
            return grants.stream().anyMatch(it -> it.unit().equals(unit));
        }

        @Override
        public String unitName(UnitId unit) {
            return unit.value();
        }
    }
}
