package io.zhiyong.boot.demo;

import static io.zhiyong.record.StatementObject.thing;

import io.vertx.core.Future;
import io.zhiyong.base.Text;
import io.zhiyong.org.Person;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the people learned elsewhere, as other systems would tell it: a made-up online academy, and a contest of the city. */
final class DemoElsewhere {
    private static final String ACADEMY = "https://academy.binjiang.example/courses/";
    private static final String CONTEST = "https://contest.binjiang.example/2026-rule-of-law";
    private static final Text CONTEST_TITLE = Text.of("滨江市直机关法治知识竞赛", "Binjiang rule-of-law contest");
    private static final List<Text> TOPICS = List.of(
            Text.of("公文写作", "Official writing"),
            Text.of("政务公开实务", "Open government in practice"),
            Text.of("应急管理", "Emergency management"),
            Text.of("文物保护", "Protection of cultural relics"),
            Text.of("旅游市场监管", "Supervision of tourism"),
            Text.of("预算与绩效", "Budget and performance"),
            Text.of("数字政府", "Digital government"),
            Text.of("调查研究方法", "Methods of field research"),
            Text.of("公共文化服务", "Public cultural services"),
            Text.of("心理与沟通", "Mind and communication"));
    private static final int PARTS = 5;
    private static final int AT_ONCE = 100;

    private final RecordModule records;

    DemoElsewhere(RecordModule records) {
        this.records = records;
    }

    Future<Void> tell(DemoHistory history) {
        var drafts = new ArrayList<StatementDraft>();
        for (var person : history.people()) {
            drafts.addAll(academy(person, history));
            if (history.chance(person, "contest").nextDouble() < history.zeal(person) - 0.2) {
                drafts.add(contest(person, history));
            }
        }
        return Steps.each(batches(drafts), batch -> Future.all(
                        batch.stream().map(records::append).toList())
                .mapEmpty());
    }

    private static List<List<StatementDraft>> batches(List<StatementDraft> all) {
        return IntStream.iterate(0, at -> at < all.size(), at -> at + AT_ONCE)
                .mapToObj(at -> all.subList(at, Math.min(all.size(), at + AT_ONCE)))
                .toList();
    }

    /** So many of its courses as the person is diligent; each counts as its declared 30 minutes or more. */
    private static List<StatementDraft> academy(Person person, DemoHistory history) {
        var most = TOPICS.size() * PARTS;
        var share = history.isHero(person) ? 0.7 : Math.min(1, 0.35 + 0.65 * history.zeal(person));
        var taken = (int) Math.round(most * share);
        return IntStream.range(0, taken)
                .mapToObj(n -> course(person, n, history.day(person, (n + 1.0) / (taken + 2), n)))
                .toList();
    }

    private static StatementDraft course(Person person, int number, java.time.Instant at) {
        var topic = TOPICS.get(number % TOPICS.size());
        var part = number / TOPICS.size() + 1;
        var title = Text.of(topic.zh() + "（" + part + "）", topic.en() + " " + part);
        var place = ACADEMY + (number % TOPICS.size() + 1) + "-" + part;
        return StatementDraft.telling("demo.academy", number, person.id())
                .that(person.id(), Verb.COMPLETED, thing(ActivityType.COURSE, place, title), at)
                .result(Result.NONE.success(true).completion(true))
                .with(Extension.CATEGORY, "online")
                .with(Extension.MEASURES, Map.of("MINUTES", 30 + 5 * (number % 4)))
                .with(Extension.UNIT, person.unit().value());
    }

    private static StatementDraft contest(Person person, DemoHistory history) {
        var score =
                BigDecimal.valueOf(50 + history.chance(person, "contest score").nextInt(50));
        return StatementDraft.telling("demo.contest", person.id())
                .that(
                        person.id(),
                        Verb.COMPLETED,
                        thing(ActivityType.CONTEST, CONTEST, CONTEST_TITLE),
                        history.day(person, 0.52, 7))
                .result(Result.NONE
                        .score(score, BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .completion(true))
                .with(Extension.UNIT, person.unit().value());
    }
}
