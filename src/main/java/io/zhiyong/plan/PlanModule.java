package io.zhiyong.plan;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.org.Organization;
import io.zhiyong.record.RecordModule;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.Messages;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The door of plans and of the completion board. */
public final class PlanModule {
    /** Under which the feed keeps the board's checkpoint. */
    public static final String READER = "plan";

    private static final Duration REFRESH = Duration.ofMinutes(5);

    /** Something that a plan can ask for. */
    public record Offer(String place, Text title) {}

    /** Everything that a plan can ask for now. */
    public interface Offers {
        Future<List<Offer>> all();
    }

    /**
     * What plans are built on.
     *
     * @param clock in the zone by whose calendar days are told
     */
    public record Needs(
            Vertx vertx,
            Store store,
            Organization organization,
            RecordModule record,
            Offers offers,
            Messages messages,
            Clock clock) {
        ZoneId zone() {
            return clock.getZone();
        }
    }

    private final Needs needs;
    private final PlanStore plans;
    private final MemberStore members;
    private final CompletionStore completions;
    private final PlanRoom room;
    private final Routes routes;
    private long timer = -1;

    public PlanModule(Needs needs) {
        this.needs = needs;
        this.plans = new PlanStore(needs.store());
        this.members = new MemberStore(needs.store());
        this.completions = new CompletionStore(needs.store());
        this.room = new PlanRoom(needs, plans, members, completions);
        this.routes = new Routes("plan");
        new PlanRoutes(needs, plans, room).mount(routes);
        new BoardRoutes(needs, plans, members).mount(routes);
        new BoardFileRoutes(needs, plans, members).mount(routes);
    }

    /** Makes the indexes, begins to follow the record, and looks every few minutes who has come and gone. */
    public Future<Void> start() {
        return plans.start()
                .compose(done -> members.start())
                .compose(done -> completions.start())
                .onSuccess(done -> needs.record().register(READER, room))
                .onSuccess(done -> timer = needs.vertx().setPeriodic(REFRESH.toMillis(), tick -> room.refreshAll()));
    }

    public Future<Void> stop() {
        needs.vertx().cancelTimer(timer);
        return Future.succeededFuture();
    }

    public Routes routes() {
        return routes;
    }

    public List<NavEntry> navigation() {
        return List.of(
                new NavEntry("/plan", "plan.nav", Access.signedIn(), 10),
                new NavEntry("/completion", "plan.nav.board", Access.role(Role.MANAGER), 60));
    }

    /** Makes a plan and finds out who is meant by it; one of its id that is there already stays as it is. */
    public Future<Plan> add(Plan plan) {
        return plans.insert(plan).compose(inserted -> room.refresh(plan)).map(plan);
    }

    /** What one person's plans ask of him, in the order of their days. */
    public Future<List<Completion>> of(PersonId person) {
        return room.own(person, today()).map(own -> PlanPages.completions(own, today(), needs.zone()));
    }

    /** By when plans ask for things that are not done: the earliest day by place. */
    public Future<Map<String, LocalDate>> deadlines(PersonId person) {
        return of(person).map(all -> {
            var days = new HashMap<String, LocalDate>();
            all.stream()
                    .filter(each -> each.done().isEmpty() && each.duty().required())
                    .forEach(each -> days.merge(
                            each.duty().place(), each.duty().due(), (one, two) -> one.isBefore(two) ? one : two));
            return days;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(needs.clock().instant(), needs.zone());
    }
}
