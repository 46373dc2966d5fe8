package io.zhiyong.contest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rooms that are open in this process: each contest has one at most, on a context of its own. */
final class RoomsModule {
    /** How often a contest is asked for whose owner is not known to be dead yet. */
    private static final int TRIES = 5;

    private final Vertx vertx;
    private final ContestStore store;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<Contest> over;
    private final String owner = Ids.fresh();
    private final Map<ContestId, Future<Opened>> rooms = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** A room and the context that it lives on. */
    private record Opened(Context context, ContestRoom room) {}

    RoomsModule(Vertx vertx, ContestStore store, Clock clock, Duration patience, Consumer<Contest> over) {
        this.vertx = vertx;
        this.store = store;
        this.clock = clock;
        this.patience = patience;
        this.over = over;
    }

    /** Does something in a contest's room, which is opened if need be. The answer comes on the caller's context. */
    <T> Future<T> in(ContestId id, Function<ContestRoom, Future<T>> work) {
        var caller = vertx.getOrCreateContext();
        var answer = Promise.<T>promise();
        opened(id)
                .onSuccess(opened -> opened.context().runOnContext(go -> Future.succeededFuture(opened.room())
                        .compose(work)
                        .onComplete(answer)))
                .onFailure(answer::tryFail);
        return onContext(answer.future(), caller);
    }

    /** Does something in a contest's room if it is open here; else nothing. */
    void inIfOpen(ContestId id, Consumer<ContestRoom> work) {
        var opened = rooms.get(id);
        if (opened != null) {
            opened.onSuccess(room -> room.context().runOnContext(go -> work.accept(room.room())));
        }
    }

    private static <T> Future<T> onContext(Future<T> future, Context context) {
        var answer = Promise.<T>promise();
        future.onComplete(done -> context.runOnContext(go -> {
            if (done.succeeded()) {
                answer.complete(done.result());
            } else {
                answer.fail(done.cause());
            }
        }));
        return answer.future();
    }

    private Future<Opened> opened(ContestId id) {
        if (closing) {
            return Future.failedFuture(Refusal.conflict("contest.refusal.elsewhere"));
        }
        var opening = rooms.get(id);
        if (opening != null) {
            return opening;
        }
        var promise = Promise.<Opened>promise();
        var raced = rooms.putIfAbsent(id, promise.future());
        if (raced != null) {
            return raced;
        }
        var verticle = new Verticle(id);
        vertx.deployVerticle(verticle)
                .onSuccess(deployment -> promise.complete(new Opened(verticle.home, verticle.room)))
                .onFailure(problem -> {
                    rooms.remove(id, promise.future());
                    promise.fail(problem);
                });
        return promise.future();
    }

    /** Gives every room back in good order. */
    Future<Void> close() {
        closing = true;
        var closed = rooms.values().stream()
                .map(opening -> opening.compose(RoomsModule::closed).otherwiseEmpty());
        return Future.join(closed.toList()).mapEmpty();
    }

    private static Future<Void> closed(Opened opened) {
        var done = Promise.<Void>promise();
        opened.context().runOnContext(go -> opened.room().close().onComplete(done));
        return done.future();
    }

    private final class Verticle extends VerticleBase {
        private final ContestId id;
        private Context home;
        private ContestRoom room;

        Verticle(ContestId id) {
            this.id = id;
        }

        @Override
        public Future<?> start() {
            home = context;
            return own(TRIES).compose(before -> open(before, TRIES));
        }

        /** The lease that was there before ours. */
        private Future<Optional<Lease>> own(int tries) {
            return store.lease(id).compose(read -> {
                var mine = read.filter(it -> it.owner().equals(owner)).isPresent();
                var free = read.isEmpty() || read.get().isFree(clock.instant());
                return mine || free
                        ? store.acquire(id, read, owner, clock.instant())
                                .compose(taken -> taken ? Future.succeededFuture(read) : later(tries))
                        : later(tries);
            });
        }

        private Future<Optional<Lease>> later(int tries) {
            return tries == 0
                    ? Future.failedFuture(Refusal.conflict("contest.refusal.elsewhere"))
                    : vertx.timer(Lease.EVERY.toMillis(), TimeUnit.MILLISECONDS).compose(waited -> own(tries - 1));
        }

        /** The former owner's last entry may arrive between our reading and our first: then it is read again. */
        private Future<ContestRoom> open(Optional<Lease> before, int tries) {
            var needs = new ContestRoom.Needs(vertx, store, clock, owner, patience, over, this::ended);
            return store.load(id)
                    .map(contest -> room = new ContestRoom(needs, contest))
                    .compose(opened -> opened.begin(before))
                    .recover(problem ->
                            tries > 0 && problem instanceof Refusal refusal && refusal.kind() == Refusal.Kind.CONFLICT
                                    ? open(before, tries - 1)
                                    : Future.failedFuture(problem));
        }

        private void ended(ContestId ended) {
            rooms.remove(ended);
            vertx.undeploy(deploymentID());
        }
    }
}
