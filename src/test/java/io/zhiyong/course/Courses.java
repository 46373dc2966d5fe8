package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Courses and goings-on in them, made up from chance. */
final class Courses {
    static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    static final PersonId READER = new PersonId("reader");
    static final About ABOUT = new About(Text.of("公务员法入门", "First course"), Text.of("摘要"), "公务员法", "", 45);

    private Courses() {}

    /** An edition and things that happened in it, in the order they arrived. */
    record Going(Edition edition, List<StudyEvent> events) {
        Progress progress() {
            return fold(events);
        }

        Progress fold(List<StudyEvent> order) {
            var progress = Progress.none(READER, new CourseId("c1"));
            for (var event : order) {
                progress = progress.after(event, edition);
            }
            return progress;
        }
    }

    static Lesson lesson(String key, String... questions) {
        var checkpoint = questions.length == 0
                ? Optional.<Checkpoint>empty()
                : Optional.of(new Checkpoint(List.of(questions), BigDecimal.ONE));
        return new Lesson.Markdown(new Lesson.Head(key, Text.of("第" + key + "课"), 9, checkpoint), "# 正文");
    }

    static Course published(Lesson... lessons) {
        var author = new PersonId("author");
        var begun = Course.begin(new CourseId("c1"), new UnitId("u-root"), ABOUT, author);
        for (var lesson : lessons) {
            begun = begun.write(author, edition -> edition.plus(lesson));
        }
        return begun.submit(author, START).publish(new PersonId("second"), START);
    }

    static Edition edition(Random random) {
        var lessons = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(n -> lesson(random, n))
                .toList();
        return new Edition(1, ABOUT, lessons);
    }

    private static Lesson lesson(Random random, int n) {
        var questions = IntStream.range(0, random.nextInt(4))
                .mapToObj(q -> "q" + n + "-" + q)
                .toList();
        var passMark = BigDecimal.valueOf(1 + random.nextInt(10), 1);
        var checkpoint =
                questions.isEmpty() ? Optional.<Checkpoint>empty() : Optional.of(new Checkpoint(questions, passMark));
        return new Lesson.Markdown(new Lesson.Head("l" + n, Text.of("课"), 5, checkpoint), "文");
    }

    static Going going(Random random) {
        var edition = edition(random);
        var events = IntStream.range(0, random.nextInt(40))
                .mapToObj(n -> event(random, edition, START.plusSeconds(random.nextInt(5000))))
                .toList();
        return new Going(edition, events);
    }

    private static StudyEvent event(Random random, Edition edition, Instant at) {
        var lesson = edition.lessons().get(random.nextInt(edition.lessons().size()));
        var what = random.nextInt(3);
        if (what == 0) {
            return new StudyEvent.Opened(lesson.key(), at);
        }
        if (what == 1 || lesson.checkpoint().isEmpty()) {
            return new StudyEvent.Left(lesson.key(), new Steps.Position(random.nextDouble(), at));
        }
        var questions = lesson.checkpoint().orElseThrow().questions();
        var right = questions.stream().filter(q -> random.nextInt(4) > 0).collect(Collectors.toSet());
        return tried(lesson, right, at);
    }

    static StudyEvent tried(Lesson lesson, Set<String> right, Instant at) {
        Map<String, List<String>> answers = new HashMap<>();
        lesson.checkpoint()
                .orElseThrow()
                .questions()
                .forEach(q -> answers.put(q, List.of(right.contains(q) ? "a" : "b")));
        return new StudyEvent.Tried(lesson.key(), new Steps.Try(answers, right, at));
    }

    static List<StudyEvent> shuffled(List<StudyEvent> events, long seed) {
        var other = new ArrayList<>(events);
        java.util.Collections.shuffle(other, new Random(seed));
        return other;
    }

    static List<StudyEvent> byArrival(List<StudyEvent> events) {
        var sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(Object::toString));
        return sorted;
    }
}
