package io.zhiyong.course;

import static io.zhiyong.testkit.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.credit.CreditLine;
import io.zhiyong.credit.Crediting;
import io.zhiyong.credit.RulePack;
import io.zhiyong.credit.RulePacks;
import io.zhiyong.org.OrgModule;
import io.zhiyong.org.Person;
import io.zhiyong.org.Service;
import io.zhiyong.org.Unit;
import io.zhiyong.questionbank.Basis;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Body;
import io.zhiyong.questionbank.Classification;
import io.zhiyong.questionbank.Option;
import io.zhiyong.questionbank.Paper;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.questionbank.QuestionState;
import io.zhiyong.questionbank.Subject;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Courses behind a real door, on a real store: root → office; a bank of three questions; a record that remembers what it was told. */
final class CourseFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String CADRE = "cadre";
    static final String AUTHOR = "author:organizer@u-root";
    static final String SECOND = "second:organizer@u-root";
    static final String ELSEWHERE = "elsewhere:organizer@u-office";

    final Map<StatementId, StatementDraft> told = new LinkedHashMap<>();
    final Map<String, LocalDate> deadlines = new HashMap<>();
    final CourseModule courses;
    final Site site;
    boolean recordFails;

    CourseFixture(Vertx vertx, Store store) {
        var clock = Clock.fixed(NOW, ZONE);
        var org = new OrgModule(vertx, store, OrgModule.Settings.usual(clock, ZONE));
        await(org.start());
        await(org.addUnits(List.of(
                new Unit(new UnitId("u-root"), Text.of("市局"), Optional.empty(), 1),
                new Unit(new UnitId("u-office"), Text.of("办公室"), Optional.of(new UnitId("u-root")), 1))));
        await(org.addPeople(
                List.of(person("cadre"), person("author"), person("second"), person("elsewhere")), "a long password"));
        courses = new CourseModule(new CourseModule.Needs(
                store,
                org.organization(),
                new Bank(),
                new Remembering(),
                new Rules(),
                person -> Future.succeededFuture(Map.copyOf(deadlines)),
                ZONE));
        await(courses.start());
        site = Site.open(vertx, clock, courses.routes());
    }

    private static Person person(String id) {
        var service = new Service(
                new UnitId("u-office"),
                "一级科员",
                Optional.empty(),
                false,
                LocalDate.parse("2020-01-01"),
                Optional.empty(),
                false);
        return new Person(new PersonId(id), id, id, service, List.of(), Language.ZH, true);
    }

    /** What a question asks, with A right, or in the multiple one A and B. */
    static Question question(String id, Body body) {
        var about = new Classification("公务员法", "考核", "", 2, Optional.of(new Basis("公务员法", "35", "")), "");
        return new Question(new QuestionId(id), 1, about, "题干" + id, body, "解析" + id, QuestionState.PUBLISHED);
    }

    private static final class Bank implements QuestionBank {
        private final Map<QuestionId, Question> all = new HashMap<>();

        Bank() {
            var options = Option.of("甲", "乙", "丙");
            for (var question : List.of(
                    question("q1", new Body.Single(options, "A")),
                    question("q2", new Body.Multiple(options, List.of("A", "B"))),
                    question("q3", new Body.TrueFalse(true)),
                    question("q4", new Body.FillIn(List.of(new Body.Blank(List.of("三十日", "30日"))))))) {
                all.put(question.id(), question);
            }
        }

        @Override
        public Future<Map<QuestionId, Question>> byIds(Collection<QuestionId> ids) {
            var found = new HashMap<>(all);
            found.keySet().retainAll(ids);
            return Future.succeededFuture(found);
        }

        @Override
        public Future<List<Question>> ofPaper(Paper paper) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<Pool> pool(Blueprint blueprint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<List<Subject>> subjects() {
            return Future.succeededFuture(List.of());
        }
    }

    private final class Remembering implements CourseModule.Recorder {
        @Override
        public Future<StatementId> append(StatementDraft draft) {
            if (recordFails) {
                return Future.failedFuture(new IllegalStateException("the record is down"));
            }
            told.put(draft.id(), draft);
            return Future.succeededFuture(draft.id());
        }

        @Override
        public Future<Boolean> settled(StatementId statement) {
            return Future.succeededFuture(true);
        }
    }

    /** Credits by the shipped packs whatever the record was told. */
    private final class Rules implements CourseModule.Ledger {
        @Override
        public Future<List<CreditLine>> of(PersonId person, StatementId statement) {
            var lines = new ArrayList<CreditLine>();
            if (told.containsKey(statement)) {
                var draft = told.get(statement);
                packs(2026).forEach(pack -> lines.addAll(Crediting.linesFor(pack, Tellings.facts(draft), ZONE)));
            }
            return Future.succeededFuture(lines);
        }

        @Override
        public List<RulePack> packs(int year) {
            return RulePacks.shipped().inForce("cadre-education", year).stream().toList();
        }
    }

    /** A published course of these lessons (in JSON); gives its id. */
    String published(String... lessons) {
        var id = draft(lessons);
        ok(site.json(AUTHOR, "POST", "/courses/" + id + "/submit"), 200);
        ok(site.json(SECOND, "POST", "/courses/" + id + "/publish"), 200);
        return id;
    }

    String draft(String... lessons) {
        var begun = site.json(AUTHOR, "POST", "/courses", """
                {"title":"公务员法入门","titleEn":"First course","summary":"五件事","subject":"公务员法","minutes":45}""");
        ok(begun, 201);
        var id = begun.json().get("id").asText();
        for (var lesson : lessons) {
            ok(site.json(AUTHOR, "POST", "/courses/" + id + "/edit/lessons", lesson), 200);
        }
        return id;
    }

    static String lesson(String title, String... questions) {
        return "{\"title\":\"%s\",\"minutes\":9,\"text\":\"# 正文\",\"questions\":[%s]}"
                .formatted(title, questions.length == 0 ? "" : "\"" + String.join(" ", questions) + "\"");
    }

    static void ok(Site.Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
