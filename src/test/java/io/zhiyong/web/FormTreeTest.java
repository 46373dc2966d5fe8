package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.zhiyong.base.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTreeTest {
    record Row(String subject, int count) {}

    record Form(
            String title,
            boolean open,
            Optional<LocalDate> day,
            List<String> tags,
            Map<String, List<String>> answers,
            List<Row> rows,
            Optional<Row> best) {}

    private static Form read(String... pairs) {
        var form = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return InputReader.convert(FormTree.of(form, Form.class), Form.class);
    }

    @Test
    void readsListsMapsAndRows() {
        var form = read(
                "title",
                "t",
                "open",
                "on",
                "day",
                "2026-05-01",
                "tags",
                "a",
                "tags",
                "b",
                "answers[q1]",
                "x",
                "answers[q1]",
                "y",
                "answers[q2]",
                "z",
                "rows[0].subject",
                "s",
                "rows[0].count",
                "3",
                "rows[1].subject",
                "u",
                "rows[1].count",
                "4",
                "best.subject",
                "v",
                "best.count",
                "5");
        assertThat(form.open()).isTrue();
        assertThat(form.day()).contains(LocalDate.of(2026, 5, 1));
        assertThat(form.tags()).containsExactly("a", "b");
        assertThat(form.answers()).containsEntry("q1", List.of("x", "y")).containsEntry("q2", List.of("z"));
        assertThat(form.rows()).containsExactly(new Row("s", 3), new Row("u", 4));
        assertThat(form.best()).contains(new Row("v", 5));
    }

    @Test
    void aBlankFieldIsAbsentUnlessTextIsWanted() {
        var form = read("title", "", "day", "");
        assertThat(form.title()).isEmpty();
        assertThat(form.day()).isEmpty();
    }

    @Test
    void hostileNamesAreRefused() {
        for (var name : List.of("rows[999999999].count", "rows[-1].count", "rows[x].count", "nothing", "title.x.y")) {
            assertThatThrownBy(() -> read("title", "t", name, "1")).as(name).isInstanceOf(Refusal.Invalid.class);
        }
    }
}
