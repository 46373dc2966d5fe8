package io.zhiyong.exam;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionBank;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when somebody sits an exam: what he did is kept first, then the learning record is told. */
final class AttemptRoom {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptRoom.class);
    /** An answer that comes between reading and handing in is marked too; more often than this nobody answers in a moment. */
    private static final int TRIES = 20;

    private final ExamStore exams;
    private final AttemptStore attempts;
    private final QuestionBank bank;
    private final ExamModule.LearningRecord record;

    AttemptRoom(ExamStore exams, AttemptStore attempts, QuestionBank bank, ExamModule.LearningRecord record) {
        this.exams = exams;
        this.attempts = attempts;
        this.bank = bank;
        this.record = record;
    }

    /** An attempt, its exam, and its questions in the paper's order. */
    record Desk(Attempt attempt, Exam exam, List<Question> questions) {
        Desk with(Attempt next) {
            return new Desk(next, exam, questions);
        }
    }

    /** The person's open attempt, or a new one. */
    Future<Attempt> begin(Exam exam, ExamModule.Sitter who, Instant now) {
        return attempts.of(exam.id(), who.person())
                .compose(before -> settleAll(before, now))
                .compose(before -> before.stream()
                        .filter(Attempt::isOpen)
                        .findFirst()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> beginNew(exam, who, before, now)));
    }

    private Future<List<Attempt>> settleAll(List<Attempt> all, Instant now) {
        var settled = all.stream().map(attempt -> ended(attempt, now)).toList();
        return Future.all(settled)
                .map(done -> settled.stream().map(Future::result).toList());
    }

    /** The attempt as it is, handed in if its time is up. */
    private Future<Attempt> ended(Attempt attempt, Instant now) {
        return attempt.isOpen() && attempt.isOver(now)
                ? desk(attempt).compose(desk -> handIn(desk, now)).map(Desk::attempt)
                : Future.succeededFuture(attempt);
    }

    private Future<Attempt> beginNew(Exam exam, ExamModule.Sitter who, List<Attempt> before, Instant now) {
        if (exam.phase(now) != Exam.Phase.OPEN) {
            throw Refusal.conflict("exam.refusal.notOpen");
        }
        var candidate = new Sitting.Candidate(who.person(), who.unit(), before);
        return exams.pool(exam)
                .map(pool -> Sitting.begin(new AttemptId(Ids.fresh()), exam, pool, candidate, now))
                .compose(attempt -> attempts.begin(attempt)
                        .compose(first ->
                                first ? Future.succeededFuture(attempt) : begunElsewhere(exam.id(), who.person())));
    }

    private Future<Attempt> begunElsewhere(ExamId exam, PersonId person) {
        return attempts.of(exam, person).map(all -> all.stream()
                .filter(Attempt::isOpen)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("exam.refusal.changedMeanwhile")));
    }

    /** The person's own attempt, handed in first if its time is up; another's is not found. */
    Future<Desk> open(AttemptId id, PersonId person, Instant now) {
        return attempts.byId(id)
                .map(attempt -> own(attempt, person))
                .compose(attempt -> ended(attempt, now))
                .compose(this::desk);
    }

    private static Attempt own(Attempt attempt, PersonId person) {
        if (!attempt.sitter().person().equals(person)) {
            throw Refusal.notFound("exam.refusal.noAttempt");
        }
        return attempt;
    }

    Future<Desk> desk(Attempt attempt) {
        var exam = exams.byId(attempt.exam());
        var questions = bank.ofPaper(attempt.paper());
        return Future.all(exam, questions).map(both -> new Desk(attempt, exam.result(), questions.result()));
    }

    /** Keeps answers, each over what is older; what is as new or newer stays. Gives the attempt as it is afterwards. */
    Future<Attempt> answer(Desk desk, AnswersForm form, Instant now) {
        Sitting.requireAnswerable(desk.attempt(), now);
        var entries = form.entries(desk, now);
        var writes = entries.entrySet().stream()
                .map(entry -> attempts.answer(desk.attempt().id(), entry.getKey(), entry.getValue()))
                .toList();
        return Future.all(writes)
                .compose(done -> writes.stream().allMatch(Future::result)
                        ? Future.succeededFuture(desk.attempt().with(entries))
                        : attempts.byId(desk.attempt().id()).map(after -> requireKept(after, entries)));
    }

    /** Not written because something newer is there: fine. Because it was handed in meanwhile: it must not be taken for kept. */
    private static Attempt requireKept(Attempt after, Map<Integer, Entry> entries) {
        entries.forEach((place, entry) -> {
            var kept = after.given().entries().get(place);
            if (kept == null || kept.sequence() < entry.sequence()) {
                throw Refusal.conflict("exam.refusal.handedIn");
            }
        });
        return after;
    }

    /** Marks and ends the attempt, tells the record, and waits for what follows from it. Handed in twice, it stays as it was. */
    Future<Desk> handIn(Desk desk, Instant now) {
        return handIn(desk, now, TRIES).compose(done -> tell(done).map(done).otherwise(problem -> {
            // What was handed in is kept; the sweep tells the record later.
            LOG.warn(
                    "the record could not be told of attempt {}", done.attempt().id(), problem);
            return done;
        }));
    }

    private Future<Desk> handIn(Desk desk, Instant now, int tries) {
        if (!desk.attempt().isOpen()) {
            return Future.succeededFuture(desk);
        }
        var handed = Sitting.handIn(desk.attempt(), desk.exam(), desk.questions(), now);
        return attempts.handIn(handed).compose(done -> {
            if (done) {
                return Future.succeededFuture(desk.with(handed));
            }
            if (tries == 0) {
                return Future.failedFuture(Refusal.conflict("exam.refusal.changedMeanwhile"));
            }
            return attempts.byId(handed.id()).compose(now2 -> handIn(desk.with(now2), now, tries - 1));
        });
    }

    private Future<Void> tell(Desk desk) {
        var drafts = ExamTelling.of(desk.attempt(), desk.exam(), desk.questions());
        var last = drafts.get(drafts.size() - 1);
        return Future.all(drafts.stream().map(record::append).toList())
                .compose(done -> attempts.told(desk.attempt().id()))
                .compose(done -> record.settled(last.id()))
                .mapEmpty();
    }

    /** Tells the record, round after round, until there is nothing that it was not told. */
    Future<Void> tellAll() {
        return attempts.untold()
                .compose(untold -> untold.isEmpty()
                        ? Future.succeededFuture()
                        : each(untold, 0, attempt -> desk(attempt).compose(this::tell))
                                .compose(done -> tellAll()));
    }

    /** Hands in what is over, and tells the record what it was not told. */
    Future<Void> sweep(Instant now) {
        return attempts.over(now)
                .compose(over -> each(over, 0, attempt -> desk(attempt).compose(desk -> handIn(desk, now))))
                .compose(done -> attempts.untold())
                .compose(untold -> each(untold, 0, attempt -> desk(attempt).compose(this::tell)));
    }

    private interface Step {
        Future<?> take(Attempt attempt);
    }

    private static Future<Void> each(List<Attempt> all, int next, Step step) {
        if (next == all.size()) {
            return Future.succeededFuture();
        }
        return step.take(all.get(next))
                .otherwise(problem -> {
                    LOG.warn(
                            "attempt {} waits for the next round", all.get(next).id(), problem);
                    return null;
                })
                .compose(done -> each(all, next + 1, step));
    }
}
