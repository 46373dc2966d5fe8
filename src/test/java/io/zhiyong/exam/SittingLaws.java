package io.zhiyong.exam;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.Body;
import io.zhiyong.questionbank.Classification;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.Option;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.questionbank.QuestionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SittingLaws {
    private static final Instant OPENS = Instant.parse("2026-06-01T00:00:00Z");

    private record Given(Exam exam, Attempt attempt, List<Question> questions, Instant at) {
        Attempt.Outcome outcome() {
            return Sitting.outcome(attempt, exam, questions);
        }
    }

    private static Given given(Random random) {
        var bank = new HashMap<QuestionId, Question>();
        for (int i = 0; i < 12; i++) {
            var question = question(random, "q-" + i);
            bank.put(question.id(), question);
        }
        var pool = new Pool(bank.values().stream().map(Pool.Entry::of).toList());
        var count = 1 + random.nextInt(8);
        var row = new Row(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Difficulties.ANY,
                count,
                new Points(1 + random.nextInt(999)));
        var rules = Marking.Rule.values();
        var terms = new Terms(
                OPENS,
                OPENS.plusSeconds(7200),
                Duration.ofMinutes(1 + random.nextInt(180)),
                1,
                1 + random.nextInt(100),
                rules[random.nextInt(rules.length)],
                Terms.Release.AT_ONCE);
        var about = new Exam.About(Text.of("测验"), "", new UnitId("u"), "");
        var exam = new Exam(
                        new ExamId("e"), about, terms, new Blueprint(List.of(row)), Exam.State.DRAFT, Optional.empty())
                .published(pool, "secret" + random.nextInt(), OPENS);
        var who = new Sitting.Candidate(new PersonId("li"), new UnitId("u"), List.of());
        var start = OPENS.plusSeconds(random.nextInt(7200));
        var attempt = Sitting.begin(new AttemptId("a"), exam, pool, who, start);
        var questions = attempt.paper().items().stream()
                .map(item -> bank.get(item.id()))
                .toList();
        return new Given(
                exam, attempt.with(answers(random, questions)), questions, start.plusSeconds(random.nextInt(20_000)));
    }

    private static Question question(Random random, String id) {
        var options = new ArrayList<>(Option.of("甲" + random.nextInt(9), "乙", "丙", "丁"));
        var body = random.nextBoolean()
                ? new Body.Single(options, Option.letter(random.nextInt(4)))
                : new Body.Multiple(options, random.nextBoolean() ? List.of("A", "C") : List.of("B", "C", "D"));
        var what = new Classification("监察法", "", "", 3, Optional.empty(), "");
        return new Question(new QuestionId(id), 1, what, "题干" + id, body, "", QuestionState.PUBLISHED);
    }

    private static Map<Integer, Entry> answers(Random random, List<Question> questions) {
        var entries = new HashMap<Integer, Entry>();
        for (int place = 0; place < questions.size(); place++) {
            if (random.nextInt(4) > 0) {
                var key = questions.get(place).body().key();
                var answer = random.nextBoolean() ? new Answer(key) : Answer.of(Option.letter(random.nextInt(4)));
                entries.put(place, new Entry(1, answer, random.nextBoolean(), OPENS));
            }
        }
        return entries;
    }

    @Test
    void theScoreIsTheSumOfItsPartsAndNeverMoreThanFullMarks() {
        forAll(SittingLaws::given, it -> {
            var outcome = it.outcome();
            var sum = outcome.marks().stream().map(Attempt.Mark::score).reduce(Points.ZERO, Points::plus);
            assertThat(outcome.score()).isEqualTo(sum).isBetween(Points.ZERO, outcome.full());
            assertThat(outcome.full()).isEqualTo(it.exam.full());
        });
    }

    @Test
    void whoPassesWithAScorePassesWithABetterOne() {
        forAll(SittingLaws::given, it -> {
            var outcome = it.outcome();
            assertThat(outcome.passed()).isEqualTo(it.exam.passes(outcome.score()));
            assertThat(it.exam.passes(it.exam.full())).isTrue();
            assertThat(it.exam.passes(Points.ZERO)).isFalse();
            if (outcome.passed() && outcome.score().compareTo(it.exam.full()) < 0) {
                assertThat(it.exam.passes(new Points(outcome.score().hundredths() + 1)))
                        .isTrue();
            }
        });
    }

    @Test
    void nothingIsHandedInAfterTheDeadlineNorBeforeTheStart() {
        forAll(SittingLaws::given, it -> {
            var handed = Sitting.handIn(it.attempt, it.exam, it.questions, it.at)
                    .handed()
                    .orElseThrow();
            var span = it.attempt.span();
            assertThat(handed.at()).isBetween(span.started(), span.deadline());
            assertThat(span.deadline()).isBeforeOrEqualTo(it.exam.terms().closes());
            assertThat(handed.automatically()).isEqualTo(it.attempt.isOver(it.at));
        });
    }

    @Test
    void theRecordIsToldTheSameHoweverOftenAndOnceForEveryQuestion() {
        forAll(SittingLaws::given, it -> {
            var handed = Sitting.handIn(it.attempt, it.exam, it.questions, it.at);
            var told = ExamTelling.of(handed, it.exam, it.questions);
            assertThat(ExamTelling.of(handed, it.exam, it.questions)).isEqualTo(told);
            assertThat(told).hasSize(it.questions.size() + 2);
            assertThat(told).extracting(draft -> draft.id()).doesNotHaveDuplicates();
            var end = told.get(told.size() - 1);
            assertThat(end.result().success()).contains(it.outcome().passed());
            assertThat(told).allMatch(draft -> !draft.at().isAfter(end.at()));
        });
    }

    /** What anybody can do who reads the page of an exam that is over, without any of our drawing code. */
    @Test
    void aStrangerRecomputesThePaperFromTheSecret() {
        forAll(SittingLaws::given, it -> {
            var draw = it.exam.draw().orElseThrow();
            assertThat(draw.commitment()).isEqualTo(Hashes.sha256Hex(draw.secret()));
            var seed = Hashes.sha256Hex(draw.secret() + "|li|1");
            var ids = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                ids.add("q-" + i);
            }
            ids.sort(java.util.Comparator.comparing(id -> Hashes.sha256Hex(seed + "|" + id)));
            assertThat(it.attempt.paper().items())
                    .extracting(item -> item.id().value())
                    .containsExactlyElementsOf(ids.subList(0, it.questions.size()));
        });
    }
}
