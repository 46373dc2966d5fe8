package io.zhiyong.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.org.Organization;
import io.zhiyong.org.Person;
import io.zhiyong.record.chain.ChainStore;
import io.zhiyong.record.chain.HeadStore;
import io.zhiyong.record.chain.SequencerRoom;
import io.zhiyong.record.rules.StatementRules;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import io.zhiyong.record.xapi.ActivityStore;
import io.zhiyong.record.xapi.Scope;
import io.zhiyong.record.xapi.XapiModule;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The door to the learning record store. Features tell what happened by {@link #append}, read what others told by
 * {@link #register}, and ask for what is known by {@link #of} and {@link #find}.
 */
public final class RecordModule {
    private static final String OURSELVES = "zhiyong";

    /** Takes the chain in order, each statement at least once. What was taken before must change nothing. */
    public interface Reader {
        /** The next ones; the following come only when this is done, and the same again when it failed. */
        Future<Void> take(List<SequencedStatement> statements);

        /** Removes all that was made of statements: everything will come again from the first. */
        default Future<Void> forget() {
            return Future.succeededFuture();
        }
    }

    /** What the module works with. */
    public record Needs(Vertx vertx, Store store, Clock clock, ZoneId zone, Home home, Organization organization) {}

    private final Needs needs;
    private final OrderClock orders;
    private final StatementStore statements;
    private final BatchStore batches;
    private final ChainStore chain;
    private final HeadStore heads;
    private final ProofStore proofs;
    private final FeedRoom feed;
    private final SequencerRoom sequencer;
    private final ActivityStore activities;
    private final XapiModule xapi;

    public RecordModule(Needs needs) {
        this.needs = needs;
        this.orders = new OrderClock(needs.clock());
        this.statements = new StatementStore(needs.store(), orders);
        this.batches = new BatchStore(needs.store(), orders);
        this.chain = new ChainStore(needs.store());
        this.heads = new HeadStore(needs.store(), needs.home().iri());
        this.proofs = new ProofStore(chain, heads);
        this.feed = new FeedRoom(needs.vertx(), statements, new CheckpointStore(needs.store()), needs.home());
        this.sequencer = new SequencerRoom(
                new SequencerRoom.Needs(needs.vertx(), needs.clock(), needs.store(), heads, Ids.fresh()),
                chain,
                statements,
                feed::grown);
        this.activities = new ActivityStore(needs.store());
        this.xapi = new XapiModule(needs.store(), needs.clock(), needs.home().iri(), new FromOutside(), activities);
    }

    /** Statements of other systems: kept by the same rules, in the same order. */
    private final class FromOutside implements XapiModule.Statements {
        @Override
        public Future<List<StatementId>> append(List<ObjectNode> received, ObjectNode authority, XapiVersion version) {
            var ready = received.stream()
                    .map(one -> Intake.of(one, authority.deepCopy(), version))
                    .toList();
            var stored = ready.size() == 1 ? statements.append(ready.get(0), true) : batches.append(ready);
            return stored.onSuccess(done -> sequencer.nudge())
                    .map(ready.stream().map(Intake::id).toList());
        }

        @Override
        public Future<Optional<Kept>> byId(StatementId id) {
            return statements.byId(id);
        }

        @Override
        public Future<List<Kept>> find(StatementQuery query, int limit) {
            return statements.find(query, limit);
        }

        @Override
        public String consistentThrough() {
            return OrderClock.text(orders.settledThrough());
        }
    }

    /** Makes the indexes, clears up what a crash left, and starts the sequencer. */
    public Future<Void> start() {
        return statements
                .start()
                .compose(done -> batches.start())
                .compose(done -> batches.sweep(OrderClock.micros(needs.clock().instant())))
                .compose(done -> xapi.start())
                .onSuccess(done -> sequencer.start());
    }

    /** Finishes what is under way and signs the tree. */
    public Future<Void> stop() {
        return sequencer.stop();
    }

    /** Answers when it is durable. Telling the same again changes nothing; another thing under the same id is a conflict. */
    public Future<StatementId> append(StatementDraft draft) {
        return needs.organization()
                .people(draft.people())
                .map(RecordModule::names)
                .map(names -> new Drafting(needs.home(), names).statement(draft))
                .map(this::ours)
                .compose(intake -> statements
                        .append(intake, false)
                        .onSuccess(done -> sequencer.nudge())
                        .compose(done -> activities.learn(intake.statement())))
                .map(draft.id());
    }

    private static Map<PersonId, String> names(Map<PersonId, Person> people) {
        return people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .name()));
    }

    private Intake ours(ObjectNode statement) {
        var problems = StatementRules.check(statement, XapiVersion.V1);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var authority = Tree.object().put("objectType", "Agent").put("name", "Zhiyong 致用");
        authority.putObject("account").put("homePage", needs.home().iri()).put("name", OURSELVES);
        return Intake.of(statement, authority, XapiVersion.V1);
    }

    /**
     * Waits until every reader of the feed has taken the statement, so that what follows from it can be shown at once. True
     * when they have; false after two seconds.
     */
    public Future<Boolean> settled(StatementId id) {
        return feed.settled(id);
    }

    /**
     * Adds a reader; before the start, once per name.
     *
     * @param name under which its checkpoint is kept; never to be changed
     */
    public void register(String name, Reader reader) {
        feed.register(name, reader);
    }

    /** Lets a reader forget and read everything again; done when it has caught up with where the chain was. */
    public Future<Void> rebuild(String reader) {
        return feed.rebuild(reader);
    }

    /** Voided ones too. */
    public Future<Optional<Statement>> byId(StatementId id) {
        return statements.byId(id).map(found -> found.map(this::read));
    }

    /**
     * What a person did or was told of, newest first.
     *
     * @param after the {@code next} of the page before
     */
    public Future<Page<Statement>> of(PersonId person, Optional<String> after, int limit) {
        return find(StatementQuery.ALL.agent(needs.home().agentKey(person), false), after, limit);
    }

    /** What was done with a thing, newest first; with {@code parts} also with what belongs to it. */
    public Future<Page<Statement>> about(String place, boolean parts, Optional<String> after, int limit) {
        return find(StatementQuery.ALL.activity(needs.home().iriOf(place), parts), after, limit);
    }

    /**
     * Statements that are not voided.
     *
     * @param after the {@code next} of the page before
     */
    public Future<Page<Statement>> find(StatementQuery query, Optional<String> after, int limit) {
        var rest = after.map(RecordModule::order).map(query::after).orElse(query);
        return statements.find(rest, limit + 1).map(found -> Page.cut(found, limit, kept -> Long.toString(kept.order()))
                .map(this::read));
    }

    /** The chain from a number on, for whoever keeps his own place in it. */
    public Future<List<SequencedStatement>> feed(long after, int limit) {
        return statements.numbered(after, limit).map(found -> found.stream()
                .map(kept -> new SequencedStatement(kept.number().orElseThrow(), read(kept)))
                .toList());
    }

    /** Recomputes everything from the texts; reads the whole store. */
    public Future<Verification> verify() {
        return new VerifyStore(statements, chain, heads).run();
    }

    public Future<InclusionProof> proof(StatementId id) {
        return statements
                .byId(id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("record.refusal.none", id.text())))
                .compose(proofs::inclusion);
    }

    /** The newest signed head, to be printed wherever figures are published; empty before the first. */
    public Future<Optional<InclusionProof.Head>> head() {
        return proofs.lastHead();
    }

    /** That the tree of {@code old} statements is the beginning of that of {@code size}: hashes in hexadecimal digits. */
    public Future<List<String>> consistency(long old, long size) {
        return proofs.consistency(old, size);
    }

    public Routes routes() {
        var routes = new Routes("record");
        new RecordRoutes(this, needs.organization(), needs.zone()).addTo(routes);
        xapi.addTo(routes);
        return routes;
    }

    /** Makes a credential for {@code /xapi}, or a new secret for one; the secret is told once and not kept. */
    public Future<String> issueCredential(String key, Set<Scope> scopes) {
        return xapi.issue(key, scopes);
    }

    /** The client of the demonstration, whose secret everybody may know; never outside a demonstration. */
    public Future<Void> demonstrationCredential() {
        return xapi.demonstrate("demo", "zhiyong-demo");
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/records", "record.title", Access.role(Role.MANAGER, Role.ADMINISTRATOR), 80));
    }

    public Home home() {
        return needs.home();
    }

    private Statement read(Kept kept) {
        return new Statement(needs.home(), kept.text(), kept.voided());
    }

    private static long order(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("after", "refusal.id", text);
        }
    }
}
