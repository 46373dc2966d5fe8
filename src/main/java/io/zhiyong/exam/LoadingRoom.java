package io.zhiyong.exam;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionBank;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Takes in exams that are to be given at once, and attempts that lie in the past. */
final class LoadingRoom {
    private static final UUID ATTEMPTS = Ids.uuid5(new UUID(0, 0), "https://zhiyong.io/exam/past");

    private final ExamStore exams;
    private final AttemptStore attempts;
    private final QuestionBank bank;
    private final AttemptRoom room;

    LoadingRoom(ExamStore exams, AttemptStore attempts, QuestionBank bank, AttemptRoom room) {
        this.exams = exams;
        this.attempts = attempts;
        this.bank = bank;
        this.room = room;
    }

    /** One of this id that is there already stays as it is. */
    Future<Void> add(Exam draft, String secret, Instant now) {
        return exams.add(draft)
                .compose(added -> exams.byId(draft.id()))
                .compose(exam ->
                        exam.state() == Exam.State.DRAFT ? publish(exam, secret, now) : Future.succeededFuture());
    }

    private Future<Void> publish(Exam exam, String secret, Instant now) {
        return bank.pool(exam.blueprint())
                .compose(pool -> exams.publish(exam.published(pool, secret, now), pool))
                .mapEmpty();
    }

    /** Draws, answers, marks and keeps; then tells the record. Somebody's attempt that is there already stays. */
    Future<Void> remember(ExamId id, List<ExamModule.Past> past) {
        return exams.byId(id)
                .compose(exam -> exams.pool(exam).compose(pool -> each(exam, pool, past, 0)))
                .compose(done -> room.tellAll());
    }

    private Future<Void> each(Exam exam, Pool pool, List<ExamModule.Past> past, int at) {
        return at == past.size()
                ? Future.succeededFuture()
                : sat(exam, pool, past.get(at)).compose(done -> each(exam, pool, past, at + 1));
    }

    private Future<Void> sat(Exam exam, Pool pool, ExamModule.Past past) {
        var who = new Sitting.Candidate(past.person(), past.unit(), List.of());
        var id = new AttemptId(
                Ids.uuid5(ATTEMPTS, exam.id() + "|" + past.person()).toString());
        var begun = Sitting.begin(id, exam, pool, who, past.at());
        return bank.ofPaper(begun.paper())
                .map(questions -> Sitting.handIn(
                        begun.with(answers(questions, past)),
                        exam,
                        questions,
                        past.at().plus(past.taken())))
                .compose(attempts::keep)
                .mapEmpty();
    }

    /** Of every hundred questions so many right as the person knows, which ones is chance out of his name. */
    private static Map<Integer, Attempt.Entry> answers(List<Question> questions, ExamModule.Past past) {
        var chance = new Random(past.person().value().hashCode());
        var entries = new HashMap<Integer, Attempt.Entry>();
        for (int place = 0; place < questions.size(); place++) {
            var body = questions.get(place).body();
            var at = past.at().plus(past.taken().multipliedBy(place).dividedBy(questions.size()));
            var answer = chance.nextDouble() < past.knows()
                    ? Optional.of(new Answer(body.key()))
                    : Wrong.answer(body, chance);
            var n = place;
            answer.ifPresent(given -> entries.put(n, new Attempt.Entry(n + 1, given, false, at)));
        }
        return entries;
    }
}
