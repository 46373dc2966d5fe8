package io.zhiyong.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The driver's publishers as Vert.x futures that complete on the caller's context. */
final class Publishers {
    private Publishers() {}

    /** Everything a publisher gives; for results that the query itself bounds. */
    static <T> Future<List<T>> all(Publisher<T> publisher) {
        var done = new CompletableFuture<List<T>>();
        publisher.subscribe(new Collecting<>(done));
        var context = Vertx.currentContext();
        return context == null ? Future.fromCompletionStage(done) : Future.fromCompletionStage(done, context);
    }

    static <T> Future<Optional<T>> first(Publisher<T> publisher) {
        return all(publisher).map(list -> list.stream().findFirst());
    }

    static <T> Future<T> one(Publisher<T> publisher) {
        return all(publisher).map(list -> list.get(0));
    }

    private static final class Collecting<T> implements Subscriber<T> {
        private final List<T> items = new ArrayList<>();
        private final CompletableFuture<List<T>> done;

        Collecting(CompletableFuture<List<T>> done) {
            this.done = done;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable problem) {
            done.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            done.complete(items);
        }
    }
}
