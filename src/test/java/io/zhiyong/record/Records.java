package io.zhiyong.record;

import static io.zhiyong.record.StatementObject.thing;
import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Beginnings of tests about records. */
public final class Records {
    static final Home HOME = new Home("https://study.example");
    static final Instant NOW = Instant.parse("2026-11-18T04:17:00.120Z");
    public static final PersonId CADRE = new PersonId("p1");

    private Records() {}

    static RecordModule module(Vertx vertx, Store store) {
        return new RecordModule(new RecordModule.Needs(
                vertx, store, Clock.systemUTC(), ZoneId.of("Asia/Shanghai"), HOME, new Bureau()));
    }

    public static RecordModule started(Vertx vertx, Store store) {
        var module = module(vertx, store);
        await(module.start());
        return module;
    }

    public static StatementDraft passed(PersonId who, String exam) {
        return StatementDraft.telling("exam.result", who, exam)
                .that(who, Verb.PASSED, thing(ActivityType.ASSESSMENT, "exams/" + exam, Text.of("测试", "Test")), NOW)
                .result(Result.NONE.score(87, 100).success(true).completion(true))
                .parent(thing(ActivityType.COURSE, "courses/c1", Text.of("课程", "Course")));
    }
}
