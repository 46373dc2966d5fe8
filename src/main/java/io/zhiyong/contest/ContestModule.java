package io.zhiyong.contest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.Messages;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The door of knowledge contests. */
public final class ContestModule {
    /** How long contestants are waited for after an outage. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ContestStore contests;
    private final RoomsModule rooms;
    private final Routes routes = new Routes("contest");

    /** What contests stand on. */
    public record Needs(Vertx vertx, Clock clock, Store store, Messages messages) {}

    ContestModule(Needs needs, QuestionsStore questions, Hosting hosting, Duration patience) {
        contests = new ContestStore(needs.store());
        rooms = new RoomsModule(needs.vertx(), contests, needs.clock(), patience, over -> {});
        new ContestRoutes(contests, questions, rooms, hosting).addTo(routes);
        new ScreenRoutes(new ScreenRoutes.Needs(
                        needs.vertx(), needs.clock(), needs.messages(), contests, rooms, hosting))
                .addTo(routes);
    }

    /** Declares the indexes. */
    public Future<Void> start() {
        return contests.declareIndexes();
    }

    /** Gives every live contest back in good order, so that another node, or the next start, need not wait. */
    public Future<Void> stop() {
        return rooms.close();
    }

    public Routes routes() {
        return routes;
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/contests", "contest.nav", Access.signedIn(), 40));
    }
}
