package io.zhiyong.contest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stores answers in batches: after five milliseconds or five hundred, one batch on its way at a time. What is offered is
 * answered when it is durable and not before; what does not fit is not taken.
 */
final class AnswerBatchStore {
    private static final int LARGEST = 500;
    private static final int MOST_WAITING = 20_000;
    private static final long MILLIS = 5;

    private record Offered(Answer answer, Promise<Answer> stored) {}

    private final Vertx vertx;
    private final ContestStore store;
    private final ContestId contest;
    private List<Offered> waiting = new ArrayList<>();
    private Future<Void> writing = Future.succeededFuture();
    private boolean scheduled;

    AnswerBatchStore(Vertx vertx, ContestStore store, ContestId contest) {
        this.vertx = vertx;
        this.store = store;
        this.contest = contest;
    }

    /** What is stored for this answer, once it is; empty when there is no room and it must be offered again. */
    Optional<Future<Answer>> offer(Answer answer) {
        if (waiting.size() >= MOST_WAITING) {
            return Optional.empty();
        }
        var stored = Promise.<Answer>promise();
        waiting.add(new Offered(answer, stored));
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(MILLIS, timer -> write());
        }
        return Optional.of(stored.future());
    }

    /** Done when everything offered so far is durable, or has failed. */
    Future<Void> drained() {
        if (waiting.isEmpty()) {
            return writing;
        }
        var last = waiting.get(waiting.size() - 1).stored().future();
        return last.transform(any -> drained());
    }

    private void write() {
        var batch = List.copyOf(waiting.subList(0, Math.min(LARGEST, waiting.size())));
        waiting = new ArrayList<>(waiting.subList(batch.size(), waiting.size()));
        writing = store.store(contest, batch.stream().map(Offered::answer).toList())
                .onSuccess(stored -> {
                    for (var i = 0; i < batch.size(); i++) {
                        batch.get(i).stored().complete(stored.get(i));
                    }
                })
                .onFailure(problem -> batch.forEach(each -> each.stored().fail(problem)))
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .onComplete(done -> next());
    }

    private void next() {
        scheduled = !waiting.isEmpty();
        if (scheduled) {
            write();
        }
    }
}
