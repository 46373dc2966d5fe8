package io.zhiyong.exam;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Unit;
import io.zhiyong.questionbank.QuestionBank;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.HomeCard;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of tests. */
public final class ExamModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamModule.class);
    private static final long SWEEP_MILLIS = 5_000;

    /** The learning record, as far as it is told of tests. */
    public interface Record {
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
            Record record) {}

    /** Who sits, and for which unit. */
    record Sitter(PersonId person, UnitId unit) {}

    private final Needs needs;
    private final ExamStore exams;
    private final AttemptStore attempts;
    private final AttemptRoom room;
    private long timer;
    private boolean sweeping;

    public ExamModule(Needs needs) {
        this.needs = needs;
        this.exams = new ExamStore(needs.store());
        this.attempts = new AttemptStore(needs.store());
        this.room = new AttemptRoom(exams, attempts, needs.bank(), needs.record());
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
