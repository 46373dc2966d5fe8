package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a course teaches in one version.
 *
 * @param version from 1
 * @param lessons in order, at most 100, no key twice
 */
public record Edition(int version, About about, List<Lesson> lessons) {
    private static final int MOST = 100;

    public Edition {
        lessons = List.copyOf(lessons);
        if (lessons.size() > MOST) {
            throw Refusal.invalid("lessons", "refusal.range", lessons.size(), 0, MOST);
        }
        var keys = new HashSet<String>();
        for (var lesson : lessons) {
            if (!keys.add(lesson.key())) {
                throw Refusal.invalid("lessons", "course.refusal.lessonTwice", lesson.key());
            }
        }
    }

    /** By its number from 1, or by its key; a refusal when there is none. */
    public Lesson lesson(String place) {
        return find(place).orElseThrow(() -> Refusal.notFound("course.refusal.lesson", place));
    }

    private Optional<Lesson> find(String place) {
        if (place.matches("[0-9]{1,3}")) {
            var n = Integer.parseInt(place);
            return n >= 1 && n <= lessons.size() ? Optional.of(lessons.get(n - 1)) : Optional.empty();
        }
        return lessons.stream().filter(lesson -> lesson.key().equals(place)).findFirst();
    }

    /** Place of a lesson, from 1. */
    public int numberOf(Lesson lesson) {
        return lessons.indexOf(lesson) + 1;
    }

    public Optional<Lesson> after(Lesson lesson) {
        var next = numberOf(lesson);
        return next < lessons.size() ? Optional.of(lessons.get(next)) : Optional.empty();
    }

    /** Hashes of all files it shows. */
    Set<String> media() {
        return lessons.stream().flatMap(lesson -> lesson.media().stream()).collect(Collectors.toUnmodifiableSet());
    }

    Edition about(About other) {
        return new Edition(version, other, lessons);
    }

    Edition plus(Lesson lesson) {
        return changed(list -> {
            list.add(lesson);
            return list;
        });
    }

    /** The lesson of the same key gives way to this one. */
    Edition replacing(Lesson lesson) {
        return changed(list -> {
            list.replaceAll(each -> each.key().equals(lesson.key()) ? lesson : each);
            return list;
        });
    }

    Edition without(String key) {
        return changed(list -> {
            list.removeIf(lesson -> lesson.key().equals(key));
            return list;
        });
    }

    /** One place nearer to the beginning; the first stays. */
    Edition earlier(String key) {
        return changed(list -> {
            var at = list.indexOf(lesson(key));
            if (at > 0) {
                list.add(at - 1, list.remove(at));
            }
            return list;
        });
    }

    Edition next() {
        return new Edition(version + 1, about, lessons);
    }

    private Edition changed(UnaryOperator<List<Lesson>> change) {
        return new Edition(version, about, change.apply(new ArrayList<>(lessons)));
    }

    /** A key no lesson of this edition has. */
    String freeKey() {
        var used = lessons.stream().map(Lesson::key).collect(Collectors.toSet());
        var n = lessons.size() + 1;
        while (used.contains("l" + n)) {
            n++;
        }
        return "l" + n;
    }
}
