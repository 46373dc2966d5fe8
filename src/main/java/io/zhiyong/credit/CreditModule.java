package io.zhiyong.credit;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.org.Audit;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Person;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.SequencedStatement;
import io.zhiyong.record.Statement;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The door to credit. It reads the chain of statements and writes the ledger; plan and appraisal ask here where people stand and
 * on which lines it rests.
 */
public final class CreditModule {
    /** Under which the feed keeps the ledger's checkpoint. */
    public static final String READER = "credit";

    /** Years a requirement may span, and one more for what is carried. */
    private static final int YEARS_BACK = 10;

    /** Where the ledger gets its evidence and its people from. */
    public record Needs(Store store, RecordModule record, Organization organization, Audit audit, Clock clock) {}

    /**
     * By which rules.
     *
     * @param active ids of the packs that are in use, the most important first
     * @param zone the calendar by which a statement belongs to a year
     */
    public record Settings(RulePacks packs, List<String> active, Kinds kinds, ZoneId zone) {
        /** Cadre education and party members, as shipped. */
        public static Settings usual(ZoneId zone) {
            return new Settings(
                    RulePacks.shipped(), List.of("cadre-education", "party-members"), Kinds.shipped(), zone);
        }
    }

    private final Needs needs;
    private final Settings settings;
    private final LedgerStore ledger;
    private final BookingStore booking;
    private final StatementReading reading;

    public CreditModule(Needs needs, Settings settings) {
        this.needs = needs;
        this.settings = settings;
        this.ledger = new LedgerStore(needs.store());
        this.booking = new BookingStore(ledger, settings.packs(), settings.active(), settings.zone());
        this.reading = new StatementReading(needs.record().home());
    }

    /** Makes the indexes and begins to read the chain. */
    public Future<Void> start() {
        return ledger.start().onSuccess(done -> needs.record().register(READER, new Reader()));
    }

    private final class Reader implements RecordModule.Reader {
        @Override
        public Future<Void> take(List<SequencedStatement> statements) {
            return booking.book(statements.stream()
                    .flatMap(each -> reading.read(each.statement()).stream())
                    .toList());
        }

        @Override
        public Future<Void> forget() {
            return ledger.forget();
        }
    }

    public Routes routes() {
        return new CreditRoutes(this, needs, settings, ledger).routes();
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/credits", "credit.title", Access.signedIn(), 55));
    }

    /** What rules look at in a person. */
    Learner learner(Person person, List<Told.Waived> waivers) {
        return new Learner(
                person.id(),
                settings.kinds().of(person.rank(), person.partyMember()),
                Optional.of(person.joined()),
                person.left().map(day -> day.minusDays(1)),
                waivers.stream()
                        .map(waived -> new Learner.Exemption(waived.requirement(), waived.year(), waived.basis()))
                        .toList());
    }

    /** The packs in use in a year. */
    public List<RulePack> packs(int year) {
        return settings.active().stream()
                .flatMap(id -> settings.packs().inForce(id, year).stream())
                .toList();
    }

    /**
     * Where people stand in a year, by every pack in use: for boards and home pages. Reads sums only, in a number of queries
     * that grows with hundreds of people and not with single ones.
     *
     * @return for each person one standing for each pack, in the order of the settings
     */
    public Future<Map<PersonId, List<PackStanding>>> standings(Collection<Person> people, int year) {
        var ids = people.stream().map(Person::id).toList();
        return Future.all(ledger.sumsOf(ids, year - YEARS_BACK, year), ledger.waiversOf(ids, year))
                .map(found -> standings(people, found.resultAt(0), found.resultAt(1), year));
    }

    private Map<PersonId, List<PackStanding>> standings(
            Collection<Person> people, List<YearSum> sums, Map<PersonId, List<Told.Waived>> waivers, int year) {
        var byPerson = sums.stream().collect(Collectors.groupingBy(YearSum::person));
        var standings = new HashMap<PersonId, List<PackStanding>>();
        for (var person : people) {
            var own = byPerson.getOrDefault(person.id(), List.of());
            var waived = waivers.getOrDefault(person.id(), List.of());
            standings.put(
                    person.id(),
                    packs(year).stream()
                            .map(pack -> standing(pack, learner(person, of(pack, waived)), own, year))
                            .toList());
        }
        return standings;
    }

    static PackStanding standing(RulePack pack, Learner learner, List<YearSum> sums, int year) {
        var ofPack =
                sums.stream().filter(sum -> sum.pack().equals(pack.pack().id())).toList();
        var ofYear = ofPack.stream()
                .filter(sum -> sum.year() == year)
                .findFirst()
                .orElseGet(
                        () -> YearSum.none(learner.person(), year, pack.pack().id()));
        return new PackStanding(learner.person(), pack, ofYear, Standing.of(pack, learner, ofPack, year));
    }

    static List<Told.Waived> of(RulePack pack, List<Told.Waived> waivers) {
        return waivers.stream()
                .filter(waived -> waived.pack().equals(pack.pack().id()))
                .toList();
    }

    /**
     * The lines on which people's standing by one requirement rests: for appraisals. People whom it does not bind are missing
     * from the map.
     *
     * @param pack id of a pack in use
     */
    public Future<Map<PersonId, Standing.Detail>> details(
            Collection<Person> people, String pack, String requirement, int year) {
        var rules = packs(year).stream()
                .filter(each -> each.pack().id().equals(pack))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("credit.refusal.unknownPack", pack));
        var from = year - rules.requirement(requirement).years();
        var ids = people.stream().map(Person::id).toList();
        return Future.all(ledger.linesOf(ids, from, year), ledger.waiversOf(ids, year))
                .map(found -> details(people, rules, requirement, found.resultAt(0), found.resultAt(1), year));
    }

    private Map<PersonId, Standing.Detail> details(
            Collection<Person> people,
            RulePack rules,
            String requirement,
            List<CreditLine> lines,
            Map<PersonId, List<Told.Waived>> waivers,
            int year) {
        var byPerson = lines.stream()
                .filter(line -> line.basis().pack().id().equals(rules.pack().id()))
                .collect(Collectors.groupingBy(CreditLine::person));
        var details = new HashMap<PersonId, Standing.Detail>();
        for (var person : people) {
            var learner = learner(person, of(rules, waivers.getOrDefault(person.id(), List.of())));
            var own = byPerson.getOrDefault(person.id(), List.of());
            Standing.detail(rules, learner, requirement, own, year)
                    .ifPresent(detail -> details.put(person.id(), detail));
        }
        return details;
    }

    /** A person's lines that rest on a statement. */
    public Future<List<CreditLine>> of(PersonId person, StatementId statement) {
        return ledger.linesOfStatements(List.of(statement.text())).map(lines -> lines.stream()
                .filter(line -> line.person().equals(person))
                .toList());
    }

    /** Those of these lines that are there, by id. */
    public Future<Map<String, CreditLine>> lines(Collection<String> ids) {
        return ledger.linesByIds(List.copyOf(ids)).map(lines -> lines.stream()
                .collect(Collectors.toMap(line -> line.id().toString(), line -> line)));
    }

    /** Whether one of this organization's own features told it; only such statements are evidence. */
    public boolean isOurs(Statement statement) {
        return reading.isOurs(statement);
    }

    /** Recomputes the ledger from the statements and compares; reads both whole. */
    public Future<LedgerCheck> verify() {
        return new LedgerCheckStore(needs.record(), ledger, booking).run();
    }

    /** Forgets the ledger and makes it anew from the statements. */
    public Future<Void> rebuild() {
        return needs.record().rebuild(READER);
    }
}
