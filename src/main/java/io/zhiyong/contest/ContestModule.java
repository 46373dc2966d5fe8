package io.zhiyong.contest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Grant;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Organization;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.record.RecordModule;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.Messages;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The door of knowledge contests (知识竞赛). */
public final class ContestModule {
    private static final int HOME = 3;
    /** How long contestants are waited for after an outage. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final QuestionsStore drawing;
    private final Clock clock;
    private final ContestStore contests;
    private final RoomsModule rooms;
    private final TellingRoom telling;
    private final Routes routes = new Routes("contest");

    /** What contests stand on. */
    public record Needs(
            Vertx vertx,
            Clock clock,
            Store store,
            Messages messages,
            Organization organization,
            QuestionBank bank,
            RecordModule records) {}

    public ContestModule(Needs needs) {
        this(needs, new BankQuestionsStore(needs.bank()), hosting(needs.organization()), PATIENCE);
    }

    ContestModule(Needs needs, QuestionsStore questions, Hosting hosting, Duration patience) {
        drawing = questions;
        clock = needs.clock();
        contests = new ContestStore(needs.store());
        telling = new TellingRoom(contests, needs.records()::append);
        rooms = new RoomsModule(needs.vertx(), contests, needs.clock(), patience, over -> telling.tell(over.id()));
        new ContestRoutes(contests, questions, rooms, hosting).addTo(routes);
        new ScreenRoutes(new ScreenRoutes.Needs(
                        needs.vertx(), needs.clock(), needs.messages(), contests, rooms, hosting))
                .addTo(routes);
    }

    private static Hosting hosting(Organization organization) {
        return new Hosting() {
            @Override
            public boolean covers(List<Grant> grants, UnitId unit) {
                return organization.units().covers(grants, Role.ORGANIZER, unit);
            }

            @Override
            public String unitName(UnitId unit) {
                var units = organization.units();
                return units.contains(unit) ? units.unit(unit).name().zh() : unit.value();
            }
        };
    }

    /**
     * Adds a contest with questions drawn from a subject, ready for its lobby to be opened; one of its id stays as it is.
     */
    public Future<Void> add(ContestId id, Text title, UnitId unit, PersonId organizer, Drawn drawn) {
        return contests.heading(id)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture()
                        : drawing.draw(drawn.subject(), drawn.questions(), id.value())
                                .map(chosen -> new Setup(title, organizer, unit, chosen, Rules.usual()))
                                .map(setup -> Contest.draft(id, organizer, setup, clock.instant()))
                                .compose(draft -> contests.create(draft, clock.instant()))
                                .mapEmpty());
    }

    /** What a contest's questions are drawn from, and how many. */
    public record Drawn(String subject, int questions) {}

    /** Declares the indexes, and tells the records what an earlier process did not get to. */
    public Future<Void> start() {
        return contests.declareIndexes().onSuccess(done -> telling.catchUp());
    }

    /** Gives every live contest back in good order, so that another node, or the next start, need not wait. */
    public Future<Void> stop() {
        return rooms.close();
    }

    public List<Routes> routes() {
        return List.of(routes);
    }

    /** Contests that are on: whoever is signed in may join them by their code. */
    public Future<List<HomeCard>> home() {
        return contests.listed(Heading.Group.LIVE, Optional.empty(), HOME).map(all -> all.stream()
                .<HomeCard>map(heading -> new HomeCard.Now(
                        "contest.home",
                        heading.title(),
                        "contest.home.players",
                        List.of(heading.players()),
                        "/contests",
                        "contest.home.join",
                        10))
                .toList());
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/contests", "contest.nav", Access.signedIn(), 40));
    }
}
