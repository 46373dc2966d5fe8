package io.zhiyong.exam;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.questionbank.QuestionBankModule;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Exams behind a real door, over the shipped bank; a record that only remembers; a clock that is moved by hand. */
final class ExamFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-06-01T01:00:00Z");
    static final String ORGANIZER = "wang:organizer@u-root";
    static final String LI = "li";
    static final String SETTING = """
            {"title":"公务员法测验","titleEn":"Civil Service Law test","unit":"u-one","category":"online",
             "when":{"opens":"2026-06-01T09:00","closes":"2026-06-30T18:00","minutes":60,"attempts":2,
                     "passPercent":60,"rule":"PARTIAL","release":"AT_ONCE"},
             "rows":[{"subject":"公务员法","type":"SINGLE","count":3,"each":10},
                     {"subject":"公务员法","type":"MULTIPLE","count":2,"each":15.5},
                     {"subject":"监察法","type":"TRUE_FALSE","count":1,"each":9},
                     {"subject":"监察法","type":"FILL_IN","count":1,"each":30},{"count":null}]}""";

    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final Map<StatementId, StatementDraft> told = new LinkedHashMap<>();
    final QuestionBankModule bank;
    final ExamModule exams;
    final Site site;

    ExamFixture(Vertx vertx, Store store) {
        var clock = new MovedClock();
        bank = new QuestionBankModule(vertx, store, clock);
        await(bank.start());
        exams = new ExamModule(new ExamModule.Needs(
                vertx, store, clock, ZoneId.of("Asia/Shanghai"), new Bureau(), bank, new Remembering()));
        await(exams.start());
        site = Site.open(
                vertx,
                clock,
                Stream.concat(bank.routes().stream(), exams.routes().stream()).toArray(Routes[]::new));
    }

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

    /** Keeps what it is told, once for every id. */
    private final class Remembering implements ExamModule.LearningRecord {
        @Override
        public Future<StatementId> append(StatementDraft draft) {
            var before = told.putIfAbsent(draft.id(), draft);
            return before == null || before.equals(draft)
                    ? Future.succeededFuture(draft.id())
                    : Future.failedFuture(new AssertionError("told otherwise before: " + before + " now " + draft));
        }

        @Override
        public Future<Boolean> settled(StatementId id) {
            return Future.succeededFuture(told.containsKey(id));
        }
    }

    void pass(long seconds) {
        now.updateAndGet(at -> at.plusSeconds(seconds));
    }

    /** A published exam's path. */
    String published(String setting) {
        var made = site.json(ORGANIZER, "POST", "/exams", setting);
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
        var path = "/exams/" + made.json().at("/item/id").asText();
        var published = site.json(ORGANIZER, "POST", path + "/publish");
        if (published.status() != 200) {
            throw new AssertionError(published.text());
        }
        return path;
    }

    /** An attempt's path. */
    String begun(String who, String exam) {
        var begun = site.json(who, "POST", exam + "/attempts");
        if (begun.status() != 201) {
            throw new AssertionError(begun.text());
        }
        return "/attempts/" + begun.json().at("/id").asText();
    }

    Site.Answer answer(String who, String attempt, int number, long sequence, String... values) {
        var list = String.join("\",\"", values);
        return site.json(
                who,
                "POST",
                attempt + "/answers",
                "{\"answers\":{\"%d\":[%s]},\"sequence\":%d}"
                        .formatted(number, values.length == 0 ? "" : "\"" + list + "\"", sequence));
    }

    @Override
    public void close() {
        site.close();
        exams.close();
    }
}
