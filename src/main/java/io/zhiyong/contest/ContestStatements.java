package io.zhiyong.contest;

import io.zhiyong.base.Text;
import io.zhiyong.record.Result;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementObject;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a contest that is over tells the records: for each contestant that he completed it, with points and place; for each
 * answer what was answered. A place belongs to one contest and ends with it: no ranking is kept up between them.
 */
final class ContestStatements {
    private ContestStatements() {}

    /**
     * All of them, in no particular order. Nothing of who was sent away, of voided questions, or of a cancelled contest.
     *
     * @param closed when it closed, by its log
     */
    static List<StatementDraft> of(Contest contest, List<Answer> answers, Instant closed) {
        var drafts = new ArrayList<StatementDraft>();
        if (contest.phase() != Phase.CLOSED) {
            return drafts;
        }
        for (var standing : Standing.board(contest)) {
            drafts.add(result(contest, standing, closed));
        }
        for (var answer : answers) {
            var counts = !contest.isVoid(answer.question())
                    && contest.roster()
                            .at(answer.seat())
                            .filter(it -> it.status() != Seat.Status.KICKED)
                            .isPresent();
            contest.sheet(answer.question())
                    .flatMap(sheet -> sheet.of(answer.seat()))
                    .filter(mark -> counts)
                    .ifPresent(mark -> drafts.add(answered(contest, answer, mark)));
        }
        return drafts;
    }

    private static StatementDraft result(Contest contest, Standing standing, Instant closed) {
        var person = contest.roster().at(standing.seat()).orElseThrow().person();
        var full = ContestPages.full(contest);
        var result = Result.NONE.completion(true).duration(Duration.ofMillis(standing.tauMillis()));
        return StatementDraft.telling("contest.result", contest.id(), person)
                .that(person, Verb.COMPLETED, thing(contest), closed)
                .result(full > 0 ? result.score(standing.points(), full) : result)
                .with(Extension.RANK, standing.rank())
                .with(Extension.ROLE, "contestant");
    }

    private static StatementDraft answered(Contest contest, Answer answer, Mark mark) {
        var question = contest.setup().questions().get(answer.question());
        var stem = question.stem().length() > 200 ? question.stem().substring(0, 200) : question.stem();
        var thing = StatementObject.thing(ActivityType.QUESTION, "questions/" + question.id(), Text.of(stem));
        return StatementDraft.telling("contest.answer", contest.id(), answer.question(), answer.person())
                .that(answer.person(), Verb.ANSWERED, thing, Instant.ofEpochMilli(answer.stamp()))
                .result(Result.NONE
                        .success(mark.right())
                        .response(String.join("[,]", answer.choice()))
                        .duration(Duration.ofMillis(answer.tauMillis())))
                .parent(thing(contest));
    }

    private static Thing thing(Contest contest) {
        return StatementObject.thing(
                ActivityType.CONTEST,
                "contests/" + contest.id(),
                contest.setup().title());
    }
}
