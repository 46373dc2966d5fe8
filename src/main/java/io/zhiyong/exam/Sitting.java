package io.zhiyong.exam;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.exam.Attempt.Given;
import io.zhiyong.exam.Attempt.Handed;
import io.zhiyong.exam.Attempt.Mark;
import io.zhiyong.exam.Attempt.Outcome;
import io.zhiyong.exam.Attempt.Sitter;
import io.zhiyong.exam.Attempt.Span;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.PaperDraw;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of sitting an exam: beginning, answering, handing in. Pure. */
final class Sitting {
    private Sitting() {}

    /** Who begins, with which of his attempts. */
    record Candidate(PersonId person, UnitId unit, List<Attempt> before) {
        int next() {
            return before.size() + 1;
        }
    }

    /** A new attempt, or a refusal: not open, or no attempt left. */
    static Attempt begin(AttemptId id, Exam exam, Pool pool, Candidate who, Instant now) {
        if (exam.phase(now) != Exam.Phase.OPEN) {
            throw Refusal.conflict("exam.refusal.notOpen");
        }
        if (who.next() > exam.terms().attempts()) {
            throw Refusal.conflict("exam.refusal.noAttempts", exam.terms().attempts());
        }
        var seed = exam.draw().orElseThrow().seed(who.person(), who.next());
        return new Attempt(
                id,
                exam.id(),
                new Sitter(who.person(), who.unit(), who.next()),
                new Span(now, exam.terms().deadline(now)),
                PaperDraw.draw(exam.blueprint(), pool, seed),
                Given.NOTHING,
                Optional.empty());
    }

    /** Refuses answers to what is handed in or over. */
    static void requireAnswerable(Attempt attempt, Instant now) {
        if (!attempt.isOpen()) {
            throw Refusal.conflict("exam.refusal.handedIn");
        }
        if (attempt.isOver(now)) {
            throw Refusal.conflict("exam.refusal.timeUp");
        }
    }

    /**
     * Marks every place and ends the attempt. The moment is never later than the deadline: whoever is handed in by the clock
     * is so at the deadline, whenever the clock comes round to it.
     *
     * @param questions in the paper's order, in the paper's versions
     */
    static Attempt handIn(Attempt attempt, Exam exam, List<Question> questions, Instant now) {
        var automatically = attempt.isOver(now);
        var at = now.isAfter(attempt.span().deadline()) ? attempt.span().deadline() : now;
        var handed = new Handed(at, automatically, outcome(attempt, exam, questions));
        return new Attempt(
                attempt.id(),
                attempt.exam(),
                attempt.sitter(),
                attempt.span(),
                attempt.paper(),
                attempt.given(),
                Optional.of(handed));
    }

    static Outcome outcome(Attempt attempt, Exam exam, List<Question> questions) {
        var marks = new ArrayList<Mark>();
        var score = Points.ZERO;
        for (int place = 0; place < attempt.paper().items().size(); place++) {
            var marked = Marking.mark(
                    questions.get(place).body(),
                    attempt.given().answer(place),
                    attempt.paper().items().get(place).points(),
                    exam.terms().rule());
            marks.add(new Mark(marked.right(), marked.score()));
            score = score.plus(marked.score());
        }
        return new Outcome(score, attempt.paper().full(), exam.passes(score), marks);
    }

    /** The attempt that counts: the best, of equals the first; empty when none is handed in. */
    static Optional<Attempt> counting(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> !attempt.isOpen())
                .reduce((best, next) -> score(next).compareTo(score(best)) > 0 ? next : best);
    }

    private static Points score(Attempt attempt) {
        return attempt.handed().orElseThrow().outcome().score();
    }
}
