package io.zhiyong.appraisal;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.credit.CreditModule;
import io.zhiyong.org.Audit;
import io.zhiyong.org.Organization;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.SequencedStatement;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The door to appraisals. */
public final class AppraisalModule {
    /** Under which the feed keeps the place up to which tests and attendance were read. */
    public static final String READER = "appraisal";

    /**
     * What appraisals rest on.
     *
     * @param zone the calendar by which days and years are told
     * @param days which days are worked, for the length of publicity
     */
    public record Needs(
            Store store,
            RecordModule record,
            CreditModule credit,
            Organization organization,
            Audit audit,
            ZoneId zone,
            WorkingDays days) {}

    private final Needs needs;
    private final FactStore facts;
    private final AppraisalStore appraisals;
    private final AppraisalRoom room;

    public AppraisalModule(Needs needs) {
        this.needs = needs;
        this.facts = new FactStore(needs.store(), needs.zone());
        this.appraisals = new AppraisalStore(needs.store());
        this.room = new AppraisalRoom(needs, appraisals, facts);
    }

    /** Makes the indexes and begins to read the chain. */
    public Future<Void> start() {
        return Future.all(facts.start(), appraisals.start())
                .onSuccess(done -> needs.record().register(READER, new Reader()))
                .mapEmpty();
    }

    private final class Reader implements RecordModule.Reader {
        @Override
        public Future<Void> take(List<SequencedStatement> statements) {
            return facts.take(statements, needs.credit()::isOurs);
        }

        @Override
        public Future<Void> forget() {
            return facts.forget();
        }
    }

    /** Opens an appraisal of a unit's year; answers with its id. */
    public Future<AppraisalId> open(UnitId unit, int year, Scheme scheme, PersonId by, Instant at) {
        return room.open(unit, year, scheme, new AppraisalRoom.Act(by, at))
                .map(appraisal -> appraisal.head().id());
    }

    /**
     * Types an evaluation in.
     *
     * @param value 0 to 100
     * @param basis what it rests on, in words
     */
    public record Evaluation(PersonId person, String indicator, BigDecimal value, String basis) {}

    /** Keeps what somebody evaluated. */
    public Future<Void> judge(AppraisalId id, Evaluation said, PersonId by, Instant at) {
        var entry = new Evidence.OfEvaluation.Entry(Ids.fresh(), said.value(), said.basis(), by.value(), at);
        return appraisals
                .byId(id)
                .compose(appraisal -> room.judge(appraisal, new Judgement(said.person(), said.indicator(), entry, "")));
    }

    public Routes routes() {
        return new AppraisalRoutes(needs, appraisals, room).routes();
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/appraisals", "appraisal.nav", Access.signedIn(), 70));
    }

    /** Recomputes every appraisal from the evidence its results name; names the person and indicator that differ. */
    public Future<AppraisalCheck> verify() {
        return new AppraisalCheckStore(appraisals, needs.credit()).run();
    }

    /** Forgets what was read off the chain and reads it again; results that were kept stay as they are. */
    public Future<Void> rebuild() {
        return needs.record().rebuild(READER);
    }
}
