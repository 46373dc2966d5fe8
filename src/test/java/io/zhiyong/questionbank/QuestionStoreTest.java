package io.zhiyong.questionbank;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.QuestionStore.VersionRef;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class QuestionStoreTest {
    private static final PersonId BY = new PersonId("wang");
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    private static QuestionStore open(Store store) {
        var questions = new QuestionStore(store);
        await(questions.start());
        return questions;
    }

    @Test
    void anyQuestionIsKeptAsItIs(Store store) {
        var questions = open(store);
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            var question = Samples.question(random, "s-" + i);
            await(questions.add(question, BY, AT));
            assertThat(await(questions.current(question.id()))).isEqualTo(question);
            assertThat(await(open(store).versions(List.of(new VersionRef(question.id(), 1)))))
                    .containsExactly(question);
        }
    }

    @Test
    void ofTwoWhoEditTheSameVersionTheSecondIsToldSo(Store store) {
        var questions = open(store);
        var first = await(questions.add(Samples.question(new Random(1), "s-1"), BY, AT));
        var mine = first.replacedBy(Samples.question(new Random(2), "s-1"));
        var yours = first.replacedBy(Samples.question(new Random(3), "s-1"));
        await(questions.add(mine, BY, AT));
        assertThatThrownBy(() -> await(questions.add(yours, BY, AT)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(await(questions.current(first.id()))).isEqualTo(mine);
    }

    @Test
    void aHeadThatACrashLeftBehindIsMovedOn(Store store) {
        var questions = open(store);
        var first = await(questions.add(Samples.question(new Random(1), "s-1"), BY, AT));
        var second = first.replacedBy(Samples.question(new Random(2), "s-1"));
        var half = QuestionDocuments.version(second)
                .append("_id", "s-1@2")
                .append("by", "wang")
                .append("at", java.util.Date.from(AT));
        await(store.collection("question_versions").insert(half));
        assertThatThrownBy(() -> await(questions.add(second, BY, AT))).isInstanceOf(Refusal.class);
        assertThat(await(questions.current(first.id()))).isEqualTo(second);
    }

    @Test
    void onlyPublishedQuestionsComeIntoThePool(Store store) {
        var questions = open(store);
        for (int i = 0; i < 20; i++) {
            await(questions.add(Samples.question(new Random(i), "s-" + i), BY, AT));
        }
        var row = new Row(Optional.empty(), Set.of(), Optional.empty(), Difficulties.ANY, 1, Points.of(1));
        var pool = await(questions.pool(new Blueprint(List.of(row, row))));
        var published = new QuestionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(QuestionState.PUBLISHED),
                Optional.empty());
        var expected = await(questions.list(published, Optional.empty(), 100)).items();
        assertThat(expected).isNotEmpty();
        assertThat(pool.entries())
                .extracting(Pool.Entry::id)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Question::id).toList());
        assertThat(pool.entries()).contains(Pool.Entry.of(expected.get(0)));
    }
}
