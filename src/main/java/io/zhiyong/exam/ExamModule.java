package io.zhiyong.exam;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Unit;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of tests. */
public final class ExamModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamModule.class);
    private static final long SWEEP_MILLIS = 5_000;

    /** The learning record, as far as it is told of tests. */
    public interface LearningRecord {
        Future<StatementId> append(StatementDraft draft);

        Future<Boolean> settled(StatementId id);
    }

    /** What tests stand on. */
    public record Needs(
            Vertx vertx,
            Store store,
            Clock clock,
            ZoneId zone,
            Organization organization,
            QuestionBank bank,
            LearningRecord record) {}

    /** Who sits, and for which unit. */
    record Sitter(PersonId person, UnitId unit) {}

    private final Needs needs;
    private final ExamStore exams;
    private final AttemptStore attempts;
    private final AttemptRoom room;
    private final LoadingRoom loading;
    private long timer;
    private boolean sweeping;

    public ExamModule(Needs needs) {
        this.needs = needs;
        this.exams = new ExamStore(needs.store());
        this.attempts = new AttemptStore(needs.store());
        this.room = new AttemptRoom(exams, attempts, needs.bank(), needs.record());
        this.loading = new LoadingRoom(exams, attempts, needs.bank(), room);
    }

    /**
     * An attempt that lies in the past.
     *
     * @param knows share of the questions that the person can answer, 0 to 1
     */
    public record Past(PersonId person, UnitId unit, double knows, Instant at, Duration taken) {}

    /**
     * What an exam is to be like; the best of two attempts counts.
     *
     * @param passPercent of full marks that pass
     */
    public record Setting(
            Text title,
            UnitId unit,
            Instant opens,
            Instant closes,
            int minutes,
            int passPercent,
            Blueprint blueprint) {}

    /** Adds an exam that is given at once; one of its id that is there already stays as it is. */
    public Future<Void> add(ExamId id, Setting setting) {
        var about = new Exam.About(setting.title(), "", setting.unit(), "online");
        var terms = new Terms(
                setting.opens(),
                setting.closes(),
                Duration.ofMinutes(setting.minutes()),
                2,
                setting.passPercent(),
                Marking.Rule.ALL_OR_NOTHING,
                Terms.Release.AT_ONCE);
        var draft = new Exam(id, about, terms, setting.blueprint(), Exam.State.DRAFT, Optional.empty());
        return loading.add(draft, Ids.secret(), needs.clock().instant());
    }

    /** Takes in what people sat before, as if they had sat it here. */
    public Future<Void> remember(ExamId id, List<Past> past) {
        return loading.remember(id, past);
    }

    /** Makes the indexes, hands in what ended while the process was down, and keeps doing so. */
    public Future<Void> start() {
        return Future.all(exams.start(), attempts.start())
                .compose(ready -> sweep())
                .onSuccess(done -> timer = needs.vertx().setPeriodic(SWEEP_MILLIS, tick -> sweepAgain()));
    }

    /** Hands in what is over, and tells the record what a crash left untold. */
    Future<Void> sweep() {
        return room.sweep(needs.clock().instant());
    }

    private void sweepAgain() {
        if (!sweeping) {
            sweeping = true;
            sweep().onFailure(problem -> LOG.warn("what is over could not be handed in", problem))
                    .onComplete(done -> sweeping = false);
        }
    }

    @Override
    public void close() {
        needs.vertx().cancelTimer(timer);
    }

    public List<Routes> routes() {
        var sitting = new AttemptRoutes(room);
        var setting = new ExamRoutes(needs, exams, attempts, room);
        return List.of(setting.routes(), sitting.routes());
    }

    /**
     * A test that is given to people.
     *
     * @param place the path of its page, as in statements
     */
    public record Offered(String place, Text title) {}

    /** Tests that are given now or will be, in the whole organization. */
    public Future<List<Offered>> offered(Instant now) {
        var units = needs.organization().units().all().stream().map(Unit::id).toList();
        return exams.ofUnits(units).map(all -> all.stream()
                .filter(exam -> exam.phase(now) == Exam.Phase.OPEN || exam.phase(now) == Exam.Phase.COMING)
                .map(exam -> new Offered("exams/" + exam.id(), exam.about().title()))
                .toList());
    }

    /** Tests that are open to somebody and that he has not passed. */
    public Future<List<HomeCard>> home(PersonId person, Instant now) {
        return needs.organization()
                .person(person)
                .map(found -> needs.organization().units().path(found.unit()).stream()
                        .map(Unit::id)
                        .toList())
                .compose(exams::ofUnits)
                .compose(all -> attempts.of(person, all.stream().map(Exam::id).toList())
                        .map(mine -> ExamHome.cards(all, mine, now, needs.zone())));
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/exams", "exam.title", Access.signedIn(), 30));
    }
}
