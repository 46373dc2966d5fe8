package io.zhiyong.contest;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.contest.ContestQuestion.Kind;
import io.zhiyong.contest.ContestQuestion.Option;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.PaperDraw;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.questionbank.QuestionType;
import io.zhiyong.questionbank.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The bank's questions as a contest plays them: the one place where the one becomes the other. */
final class BankQuestionsStore implements QuestionsStore {
    private static final Map<QuestionType, Kind> PLAYABLE = Map.of(
            QuestionType.SINGLE, Kind.SINGLE,
            QuestionType.MULTIPLE, Kind.MULTIPLE,
            QuestionType.TRUE_FALSE, Kind.TRUE_FALSE);

    private final QuestionBank bank;

    BankQuestionsStore(QuestionBank bank) {
        this.bank = bank;
    }

    @Override
    public Future<List<ContestQuestion>> byIds(List<String> ids) {
        var wanted = ids.stream().map(QuestionId::new).toList();
        return bank.byIds(wanted)
                .map(found ->
                        wanted.stream().map(id -> playable(id, found.get(id))).toList());
    }

    private static ContestQuestion playable(QuestionId id, Question question) {
        if (question == null || !PLAYABLE.containsKey(question.type())) {
            throw Refusal.invalid("questions", "contest.refusal.question", id.value());
        }
        return question(question);
    }

    static ContestQuestion question(Question question) {
        var options = question.type() == QuestionType.TRUE_FALSE
                ? List.of(new Option("true", "true"), new Option("false", "false"))
                : question.body().options().stream()
                        .map(option -> new Option(option.key(), option.text()))
                        .toList();
        return new ContestQuestion(
                question.id().value(),
                PLAYABLE.get(question.type()),
                question.stem(),
                options,
                question.body().key());
    }

    /** What a blueprint's row of any type would take also holds questions to be typed: the pool is made of the others. */
    @Override
    public Future<List<ContestQuestion>> draw(String subject, int count, String seed) {
        var types = new Blueprint(Stream.of(QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.TRUE_FALSE)
                .map(type -> row(subject, Optional.of(type), 1))
                .toList());
        return bank.pool(types)
                .map(pool -> PaperDraw.draw(
                        new Blueprint(List.of(row(subject, Optional.empty(), enough(pool, subject, count)))),
                        pool,
                        seed))
                .compose(bank::ofPaper)
                .map(drawn -> drawn.stream().map(BankQuestionsStore::question).toList());
    }

    private static int enough(Pool pool, String subject, int count) {
        if (pool.entries().size() < count) {
            throw Refusal.invalid(
                    "count",
                    "contest.refusal.tooFewQuestions",
                    subject,
                    pool.entries().size(),
                    count);
        }
        return count;
    }

    private static Row row(String subject, Optional<QuestionType> type, int count) {
        return new Row(Optional.of(subject), Set.of(), type, Difficulties.ANY, count, Points.of(1));
    }

    @Override
    public Future<List<String>> subjects() {
        return bank.subjects().map(found -> found.stream().map(Subject::name).toList());
    }
}
