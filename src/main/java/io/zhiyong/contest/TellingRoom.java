package io.zhiyong.contest;

import io.vertx.core.Future;
import io.zhiyong.record.StatementDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings contests that are over into the records, once each: the statements' ids follow from what they tell, so whatever a
 * crash left half told is simply told again.
 */
final class TellingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(TellingRoom.class);
    private static final int AT_ONCE = 16;

    private final ContestStore store;
    private final Function<StatementDraft, Future<?>> append;

    TellingRoom(ContestStore store, Function<StatementDraft, Future<?>> append) {
        this.store = store;
        this.append = append;
    }

    /** What an earlier process did not get to. */
    Future<Void> catchUp() {
        return store.untold().compose(ids -> each(ids, this::tell));
    }

    Future<Void> tell(ContestId id) {
        return store.load(id)
                .compose(contest -> drafts(contest)
                        .compose(drafts -> appended(drafts, 0))
                        .compose(done -> store.release(contest.roster().code(), id)))
                .compose(done -> store.told(id))
                .onFailure(problem -> LOG.warn("contest {} is not in the records yet", id, problem));
    }

    private Future<List<StatementDraft>> drafts(Contest contest) {
        var answers = new ArrayList<Answer>();
        var questions = contest.sheets().stream().map(Sheet::question).toList();
        return each(questions, question -> store.answers(contest.id(), question).map(found -> {
                    answers.addAll(found);
                    return null;
                }))
                .compose(done -> store.log(contest.id()))
                .map(log -> ContestStatements.of(
                        contest, answers, log.get(log.size() - 1).at()));
    }

    private Future<Void> appended(List<StatementDraft> drafts, int from) {
        if (from >= drafts.size()) {
            return Future.succeededFuture();
        }
        var some = drafts.subList(from, Math.min(drafts.size(), from + AT_ONCE));
        return Future.all(some.stream().map(append).toList()).compose(done -> appended(drafts, from + AT_ONCE));
    }

    private static <T> Future<Void> each(List<T> items, Function<T, Future<Void>> step) {
        return items.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, item) -> before.compose(done -> step.apply(item)),
                        (one, other) -> other);
    }
}
