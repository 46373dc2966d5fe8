package io.zhiyong.questionbank;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaperDrawLaws {
    private record Given(Blueprint blueprint, List<Pool.Entry> entries, String seed) {
        Paper draw() {
            return PaperDraw.draw(blueprint, new Pool(entries), seed);
        }

        Optional<Paper> drawn() {
            try {
                return Optional.of(draw());
            } catch (Refusal refused) {
                return Optional.empty();
            }
        }
    }

    private static Given given(Random random) {
        var rows = new ArrayList<Row>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rows.add(row(random));
        }
        var entries = Samples.questions(random, 14).stream().map(Pool.Entry::of).toList();
        return new Given(new Blueprint(rows), entries, "seed-" + random.nextInt());
    }

    private static Row row(Random random) {
        var types = QuestionType.values();
        int from = 1 + random.nextInt(5);
        return new Row(
                random.nextBoolean() ? Optional.of("公务员法") : Optional.empty(),
                random.nextInt(4) == 0 ? Set.of("知识点1", "知识点2") : Set.of(),
                random.nextInt(3) == 0 ? Optional.of(types[random.nextInt(types.length)]) : Optional.empty(),
                random.nextBoolean() ? Difficulties.ANY : new Difficulties(from, 5),
                1 + random.nextInt(3),
                Points.of(1 + random.nextInt(5)));
    }

    @Test
    void aDrawnPaperIsWhatTheBlueprintSaysAndNoQuestionComesTwice() {
        forAll(PaperDrawLaws::given, it -> it.drawn().ifPresent(paper -> {
            var byId = it.entries.stream().collect(Collectors.toMap(Pool.Entry::id, entry -> entry));
            assertThat(paper.items()).extracting(Paper.Item::id).doesNotHaveDuplicates();
            assertThat(paper.full()).isEqualTo(it.blueprint.full());
            for (int row = 0; row < it.blueprint.rows().size(); row++) {
                int place = row;
                var wanted = it.blueprint.rows().get(row);
                var items = paper.items().stream()
                        .filter(item -> item.row() == place)
                        .toList();
                assertThat(items).hasSize(wanted.count());
                assertThat(items).allMatch(item -> wanted.takes(byId.get(item.id())));
                assertThat(items).allMatch(item -> item.points().equals(wanted.each()));
            }
        }));
    }

    @Test
    void theSameSeedDrawsTheSamePaperWhateverTheOrderOfThePool() {
        forAll(PaperDrawLaws::given, it -> {
            var shuffled = new ArrayList<>(it.entries);
            Collections.shuffle(shuffled, new Random(1));
            var again = new Given(it.blueprint, shuffled, it.seed);
            assertThat(again.drawn()).isEqualTo(it.drawn());
            assertThat(new Pool(shuffled).hash()).isEqualTo(new Pool(it.entries).hash());
        });
    }

    @Test
    void isRefusedOnlyWhenNoPaperExists() {
        forAll(PaperDrawLaws::given, it -> {
            var slots = it.blueprint.rows().stream()
                    .flatMap(row -> Collections.nCopies(row.count(), row).stream())
                    .toList();
            assertThat(it.drawn().isPresent()).isEqualTo(exists(slots, 0, new ArrayList<>(it.entries)));
        });
    }

    /** Tries every way to fill the slots: slow and plainly right. Entries that the same rows take are one to it. */
    private static boolean exists(List<Row> slots, int next, List<Pool.Entry> left) {
        if (next == slots.size()) {
            return true;
        }
        var tried = new java.util.HashSet<List<Boolean>>();
        for (var entry : List.copyOf(left)) {
            var kind = slots.stream().map(row -> row.takes(entry)).toList();
            if (slots.get(next).takes(entry) && tried.add(kind)) {
                left.remove(entry);
                var found = exists(slots, next + 1, left);
                left.add(entry);
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void shownLettersLeadBackToTheOptionsOwn() {
        forAll(
                random -> {
                    var question = Samples.question(random, "t-1");
                    var pool = new Pool(List.of(Pool.Entry.of(question)));
                    var row = new Row(Optional.empty(), Set.of(), Optional.empty(), Difficulties.ANY, 1, Points.of(1));
                    var paper = PaperDraw.draw(new Blueprint(List.of(row)), pool, "s" + random.nextInt());
                    return new Shown(question, paper.items().get(0), Samples.answer(random, question.body()));
                },
                it -> {
                    var shown = it.item.toShown(it.answer);
                    assertThat(it.item.fromShown(shown).values()).hasSameElementsAs(it.answer.values());
                    var face = it.item.face(it.question);
                    for (var choice : face.options()) {
                        var key = it.item
                                .fromShown(Answer.of(choice.letter()))
                                .values()
                                .get(0);
                        assertThat(it.question.body().options())
                                .anyMatch(option -> option.key().equals(key)
                                        && option.text().equals(choice.text()));
                    }
                });
    }

    private record Shown(Question question, Paper.Item item, Answer answer) {}
}
