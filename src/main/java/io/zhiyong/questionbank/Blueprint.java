package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a paper is made of (组卷规则): rows, each so many questions of a kind, worth so many points each. */
public record Blueprint(List<Row> rows) {
    static final int MOST_ROWS = 40;
    static final int MOST_QUESTIONS = 500;

    public Blueprint {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw Refusal.invalid("rows", "questionbank.refusal.rows", rows.size(), MOST_ROWS);
        }
        var questions = rows.stream().mapToInt(Row::count).sum();
        if (questions > MOST_QUESTIONS) {
            throw Refusal.invalid("rows", "questionbank.refusal.questionCount", questions, MOST_QUESTIONS);
        }
    }

    /** Questions on the paper. */
    public int count() {
        return rows.stream().mapToInt(Row::count).sum();
    }

    /** The paper's full marks. */
    public Points full() {
        return rows.stream().map(row -> row.each().times(row.count())).reduce(Points.ZERO, Points::plus);
    }

    /**
     * So many questions of a kind.
     *
     * @param subject empty: any
     * @param points knowledge points, any of which will do; empty: any
     * @param type empty: any
     * @param count questions wanted, at least 1
     * @param each points for each, more than nothing
     */
    public record Row(
            Optional<String> subject,
            Set<String> points,
            Optional<QuestionType> type,
            Difficulties difficulties,
            int count,
            Points each) {
        public Row {
            subject = subject.map(String::strip).filter(text -> !text.isEmpty());
            points = java.util.Collections.unmodifiableSet(new TreeSet<>(points));
            if (count < 1 || count > MOST_QUESTIONS) {
                throw Refusal.invalid("count", "questionbank.refusal.rowCount", count, MOST_QUESTIONS);
            }
            if (each.equals(Points.ZERO)) {
                throw Refusal.invalid("each", "questionbank.refusal.points", 0);
            }
        }

        boolean takes(Pool.Entry entry) {
            return subject.map(entry.subject()::equals).orElse(true)
                    && (points.isEmpty() || points.contains(entry.point()))
                    && type.map(entry.type()::equals).orElse(true)
                    && difficulties.holds(entry.difficulty());
        }
    }

    /** Both ends included. */
    public record Difficulties(int from, int to) {
        public static final Difficulties ANY = new Difficulties(Classification.EASIEST, Classification.HARDEST);

        public Difficulties {
            if (from < Classification.EASIEST || to > Classification.HARDEST || from > to) {
                throw Refusal.invalid("difficulties", "questionbank.refusal.difficulties", from, to);
            }
        }

        boolean holds(int difficulty) {
            return from <= difficulty && difficulty <= to;
        }
    }
}
