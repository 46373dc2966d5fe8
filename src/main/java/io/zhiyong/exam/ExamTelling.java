package io.zhiyong.exam;

import static io.zhiyong.record.StatementObject.thing;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Text;
import io.zhiyong.exam.Attempt.Handed;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Basis;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Question;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the learning record is told of an attempt: that it was made, every answer, and last how it ended. Pure. */
final class ExamTelling {
    private static final UUID REGISTRATIONS = Ids.uuid5(new UUID(0, 0), "https://zhiyong.io/xapi/exam");
    private static final String FORM = "test";
    private static final int LONGEST_NAME = 200;

    private ExamTelling() {}

    /**
     * Everything there is to tell, the result last. Told again, it is the same.
     *
     * @param questions in the paper's order
     */
    static List<StatementDraft> of(Attempt attempt, Exam exam, List<Question> questions) {
        var handed = attempt.handed().orElseThrow();
        var drafts = new ArrayList<StatementDraft>();
        drafts.add(within(attempted(attempt, exam), attempt));
        for (int place = 0; place < questions.size(); place++) {
            drafts.add(within(answered(attempt, exam, questions.get(place), place), attempt));
        }
        drafts.add(within(ended(attempt, exam, handed, questions), attempt));
        return drafts;
    }

    static Thing exam(Exam exam) {
        return thing(ActivityType.ASSESSMENT, "exams/" + exam.id(), exam.about().title());
    }

    private static StatementDraft within(StatementDraft draft, Attempt attempt) {
        return draft.registration(Ids.uuid5(REGISTRATIONS, attempt.id().value()))
                .with(Extension.UNIT, attempt.sitter().unit().value());
    }

    private static StatementDraft attempted(Attempt attempt, Exam exam) {
        return StatementDraft.telling("exam.attempted", attempt.id())
                .that(
                        attempt.sitter().person(),
                        Verb.ATTEMPTED,
                        exam(exam),
                        attempt.span().started());
    }

    private static StatementDraft answered(Attempt attempt, Exam exam, Question question, int place) {
        var handed = attempt.handed().orElseThrow();
        var item = attempt.paper().items().get(place);
        var mark = handed.outcome().marks().get(place);
        var entry = attempt.given().entries().get(place);
        var at = entry == null || entry.at().isAfter(handed.at()) ? handed.at() : entry.at();
        var draft = StatementDraft.telling("exam.answered", attempt.id(), place)
                .that(attempt.sitter().person(), Verb.ANSWERED, question(question), at)
                .result(score(mark.score(), item.points())
                        .success(mark.right())
                        .response(response(attempt.given().answer(place))))
                .parent(exam(exam));
        return question.classification()
                .basis()
                .map(Basis::key)
                .map(key -> draft.with(Extension.BASIS, key))
                .orElse(draft);
    }

    private static Thing question(Question question) {
        var stem = question.stem().replace('\n', ' ');
        var name = stem.length() <= LONGEST_NAME ? stem : stem.substring(0, LONGEST_NAME - 1) + "…";
        return thing(ActivityType.QUESTION, "questions/" + question.id(), Text.of(name));
    }

    /** As xAPI writes responses: several parts with {@code [,]} between. */
    private static String response(Answer answer) {
        return String.join("[,]", answer.values());
    }

    private static StatementDraft ended(Attempt attempt, Exam exam, Handed handed, List<Question> questions) {
        var outcome = handed.outcome();
        var topics = questions.stream()
                .map(question -> question.classification().subject())
                .distinct()
                .sorted()
                .toList();
        return StatementDraft.telling("exam.result", attempt.id())
                .that(attempt.sitter().person(), outcome.passed() ? Verb.PASSED : Verb.FAILED, exam(exam), handed.at())
                .result(score(outcome.score(), outcome.full())
                        .success(outcome.passed())
                        .completion(true)
                        .duration(Duration.between(attempt.span().started(), handed.at())))
                .with(Extension.FORM, FORM)
                .with(Extension.CATEGORY, exam.about().category())
                .with(Extension.TOPICS, topics);
    }

    private static Result score(Points score, Points full) {
        return Result.NONE.score(score.value(), BigDecimal.ZERO, full.value());
    }
}
