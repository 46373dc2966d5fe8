package io.zhiyong.contest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Marks a question from the stored answers. Their order does not matter. */
final class Scoring {
    private static final Comparator<Answer> FIRST =
            Comparator.comparingLong(Answer::stamp).thenComparing(answer -> String.join(",", answer.choice()));

    private Scoring() {}

    static Sheet sheet(Setup setup, int index, Collection<Answer> answers) {
        var question = setup.questions().get(index);
        var bySeat = new TreeMap<Integer, Answer>();
        for (var answer : answers) {
            if (answer.question() == index) {
                bySeat.merge(answer.seat(), answer, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        var marks = bySeat.values().stream()
                .map(answer -> mark(setup, question, answer))
                .toList();
        return new Sheet(index, false, counts(question, bySeat.values()), marks);
    }

    private static Mark mark(Setup setup, ContestQuestion question, Answer answer) {
        var right = question.isRight(answer.choice());
        var points = right ? Points.right(setup.rules(), setup.questions().size(), answer.tauMillis()) : 0;
        return new Mark(answer.seat(), right, points, answer.tauMillis(), answer.stamp());
    }

    private static List<Integer> counts(ContestQuestion question, Collection<Answer> answers) {
        var counts = new ArrayList<Integer>();
        for (var option : question.options()) {
            counts.add((int) answers.stream()
                    .filter(answer -> answer.choice().contains(option.id()))
                    .count());
        }
        return counts;
    }
}
