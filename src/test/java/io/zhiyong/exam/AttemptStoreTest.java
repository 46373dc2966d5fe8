package io.zhiyong.exam;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.exam.Attempt.Given;
import io.zhiyong.exam.Attempt.Handed;
import io.zhiyong.exam.Attempt.Mark;
import io.zhiyong.exam.Attempt.Outcome;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Paper;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class AttemptStoreTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final AttemptId ID = new AttemptId("a-1");

    private static AttemptStore open(Store store) {
        var attempts = new AttemptStore(store);
        await(attempts.start());
        assertThat(await(attempts.begin(attempt("a-1", 1)))).isTrue();
        return attempts;
    }

    private static Attempt attempt(String id, int number) {
        var items = List.of(
                new Paper.Item(new QuestionId("q-1"), 1, 0, Points.of(5), List.of("C", "A", "B")),
                new Paper.Item(new QuestionId("q-2"), 3, 1, new Points(150), List.of()));
        return new Attempt(
                new AttemptId(id),
                new ExamId("e-1"),
                new Attempt.Sitter(new PersonId("li"), new UnitId("u-1"), number),
                new Attempt.Span(START, START.plusSeconds(600)),
                new Paper(items),
                Given.NOTHING,
                Optional.empty());
    }

    private static Entry entry(long sequence, String... values) {
        return new Entry(sequence, Answer.of(values), false, START);
    }

    private static Attempt handed(Attempt attempt) {
        var outcome = new Outcome(
                Points.of(5),
                new Points(650),
                true,
                List.of(new Mark(true, Points.of(5)), new Mark(false, Points.ZERO)));
        return new Attempt(
                attempt.id(),
                attempt.exam(),
                attempt.sitter(),
                attempt.span(),
                attempt.paper(),
                attempt.given(),
                Optional.of(new Handed(START.plusSeconds(60), false, outcome)));
    }

    @Test
    void anAttemptIsKeptAsItIs(Store store) {
        var attempts = open(store);
        assertThat(await(attempts.byId(ID))).isEqualTo(attempt("a-1", 1));
        await(attempts.answer(ID, 1, entry(3, "德", "能")));
        var answered = await(attempts.byId(ID));
        assertThat(answered.given().entries()).containsOnlyKeys(1).containsEntry(1, entry(3, "德", "能"));
        assertThat(answered.given().top()).isEqualTo(3);
        await(attempts.handIn(handed(answered)));
        assertThat(await(attempts.byId(ID))).isEqualTo(handed(answered));
    }

    @Test
    void theSameAttemptBeginsOnce(Store store) {
        assertThat(await(open(store).begin(attempt("a-2", 1)))).isFalse();
    }

    @Test
    void ofManyAnswersToOneQuestionTheNewestStaysInWhateverOrderTheyCome(Store store) {
        var attempts = open(store);
        var writes = new ArrayList<Future<Boolean>>();
        for (var sequence : List.of(4, 9, 1, 7, 9, 2, 8)) {
            writes.add(attempts.answer(ID, 0, entry(sequence, "v" + sequence)));
        }
        await(Future.all(writes));
        assertThat(await(attempts.byId(ID)).given().answer(0)).isEqualTo(Answer.of("v9"));
    }

    @Test
    void whatWasAnsweredAfterItWasReadIsNotHandedInUnmarked(Store store) {
        var attempts = open(store);
        var read = await(attempts.byId(ID));
        await(attempts.answer(ID, 0, entry(1, "A")));
        assertThat(await(attempts.handIn(handed(read)))).isFalse();
        assertThat(await(attempts.handIn(handed(await(attempts.byId(ID)))))).isTrue();
        assertThat(await(attempts.answer(ID, 0, entry(2, "B")))).isFalse();
        assertThat(await(attempts.byId(ID)).given().answer(0)).isEqualTo(Answer.of("A"));
    }

    @Test
    void theSweepFindsWhatIsOverAndWhatIsUntold(Store store) {
        var attempts = open(store);
        assertThat(await(attempts.over(START.plusSeconds(604)))).isEmpty();
        assertThat(await(attempts.over(START.plusSeconds(606)))).hasSize(1);
        await(attempts.handIn(handed(await(attempts.byId(ID)))));
        assertThat(await(attempts.over(START.plusSeconds(9999)))).isEmpty();
        assertThat(await(attempts.untold())).hasSize(1);
        await(attempts.told(ID));
        assertThat(await(attempts.untold())).isEmpty();
    }
}
