package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaperDrawTest {
    private static Pool.Entry entry(String id, int difficulty) {
        return new Pool.Entry(
                new QuestionId(id), 1, "监察法", "", QuestionType.SINGLE, difficulty, List.of("A", "B", "C", "D"));
    }

    private static Row row(int from, int to, int count) {
        return new Row(Optional.of("监察法"), Set.of(), Optional.empty(), new Difficulties(from, to), count, Points.of(2));
    }

    @Test
    void namesTheRowThatLacksQuestionsAndHowMany() {
        var pool = new Pool(List.of(entry("a", 1), entry("b", 1), entry("c", 5)));
        var blueprint = new Blueprint(List.of(row(1, 1, 2), row(4, 5, 3)));
        assertThatThrownBy(() -> PaperDraw.draw(blueprint, pool, "s"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problems()).hasSize(1);
                    assertThat(refusal.problems().get(0).where()).isEqualTo("rows[1]");
                    assertThat(refusal.problems().get(0).arguments()).containsExactly(2, 2, 3);
                });
        assertThat(PaperDraw.supply(blueprint, pool)).containsExactly(2, 1);
    }

    @Test
    void aWideRowGivesWayToANarrowOne() {
        var pool = new Pool(List.of(entry("a", 1), entry("b", 3)));
        for (var seed : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            var paper = PaperDraw.draw(new Blueprint(List.of(row(1, 5, 1), row(3, 3, 1))), pool, seed);
            assertThat(paper.items()).extracting(item -> item.id().value()).containsExactly("a", "b");
        }
    }

    @Test
    void seedsSpreadQuestionsAndFirstOptionsEvenly() {
        var entries = new ArrayList<Pool.Entry>();
        for (int i = 0; i < 10; i++) {
            entries.add(entry("q" + i, 3));
        }
        var drawn = new HashMap<String, Integer>();
        var first = new HashMap<String, Integer>();
        for (int seed = 0; seed < 2000; seed++) {
            var item = PaperDraw.draw(new Blueprint(List.of(row(1, 5, 1))), new Pool(entries), "s" + seed)
                    .items()
                    .get(0);
            drawn.merge(item.id().value(), 1, Integer::sum);
            first.merge(item.order().get(0), 1, Integer::sum);
        }
        // 200 and 500 expected, standard deviations 13 and 19: five of them on either side.
        assertThat(drawn.values()).hasSize(10).allMatch(times -> Math.abs(times - 200) < 70);
        assertThat(first.values()).hasSize(4).allMatch(times -> Math.abs(times - 500) < 100);
    }

    @Test
    void oneQuestionTwiceInAPoolIsRefused() {
        assertThatThrownBy(() -> new Pool(List.of(entry("a", 1), entry("a", 2))))
                .isInstanceOf(Refusal.class);
    }
}
