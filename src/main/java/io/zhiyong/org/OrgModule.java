package io.zhiyong.org;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.Grant;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.store.Store;
import io.zhiyong.web.Access;
import io.zhiyong.web.Gatekeeper;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to who there is, who is asking, and who did what. */
public final class OrgModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrgModule.class);
    private static final int SIGN_INS_A_MINUTE = 120;
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Vertx vertx;
    private final Settings settings;
    private final NewsRoom news;
    private final OrganizationStore organization;
    private final PasswordStore passwords;
    private final HashingRoom hashing;
    private final SessionRoom sessions;
    private final SignInRoom signIn;
    private final AuditStore audit;
    private final SetupRoom setup;
    private final ImportRoom imports;

    /**
     * How this installation wants it.
     *
     * @param zone the calendar by which days are told
     * @param signInsPerMinute from one address, twice as many at once; behind a proxy all come from one
     */
    public record Settings(Clock clock, ZoneId zone, int signInsPerMinute) {
        public static Settings usual(Clock clock, ZoneId zone) {
            return new Settings(clock, zone, SIGN_INS_A_MINUTE);
        }
    }

    public OrgModule(Vertx vertx, Store store, Settings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.news = new NewsRoom(vertx);
        var people = new PersonStore(store);
        this.organization = new OrganizationStore(people, new UnitStore(store), new PostStore(store), news);
        this.passwords = new PasswordStore(store);
        this.hashing = new HashingRoom(vertx);
        this.sessions = new SessionRoom(new SessionStore(store), people, news, settings.clock());
        this.signIn = new SignInRoom(people, passwords, new AttemptStore(store), hashing, settings.signInsPerMinute());
        this.audit = new AuditStore(store);
        this.setup = new SetupRoom(store, organization, signIn);
        this.imports = new ImportRoom(vertx, new ImportStore(store), organization, passwords);
    }

    /** Makes indexes, reads the tree, finishes what a crash left half done. */
    public Future<Void> start() {
        news.start();
        return Future.all(organization.start(), sessions.start(), signIn.start(), audit.start())
                .compose(ready -> imports.start())
                .compose(ready -> setup.start())
                .onSuccess(ready -> vertx.setPeriodic(SWEEP.toMillis(), timer -> sweep()));
    }

    private void sweep() {
        var now = settings.clock().instant();
        Future.all(sessions.sweep(), signIn.sweep(now), imports.sweep(now))
                .onFailure(problem -> LOG.warn("could not remove what is over", problem));
    }

    /** The path that makes the first administrator, once; empty as soon as there is anybody. */
    public Optional<String> setupLink() {
        return setup.link();
    }

    public Routes routes() {
        var routes = new SignInRoutes(signIn, sessions, organization, audit).routes();
        new SetupRoutes(setup, audit, settings.zone()).addTo(routes);
        new MeRoutes(organization, sessions, signIn, audit).addTo(routes);
        new PeopleRoutes(organization).addTo(routes);
        new ImportRoutes(imports, organization, audit).addTo(routes);
        new PersonRoutes(organization, sessions, passwords, audit).addTo(routes);
        new UnitRoutes(organization, audit).addTo(routes);
        new AuditRoutes(organization, audit).addTo(routes);
        return routes;
    }

    public List<NavEntry> navigation() {
        var readers = Access.role(Role.MANAGER, Role.ADMINISTRATOR);
        return List.of(
                new NavEntry("/people", "org.nav.people", readers, 800),
                new NavEntry("/units", "org.nav.units", readers, 810),
                new NavEntry("/audit", "org.nav.audit", Access.role(Role.ADMINISTRATOR), 820));
    }

    public Gatekeeper gatekeeper() {
        return sessions;
    }

    public Organization organization() {
        return organization;
    }

    public Audit audit() {
        return audit;
    }

    /** Adds the units whose id is not there yet, parents among them or there already; the others stay as they are. */
    public Future<Void> addUnits(List<Unit> units) {
        return organization.addUnits(units);
    }

    /** Adds the posts whose id is not there yet. */
    public Future<Void> addPosts(List<Post> posts) {
        return organization.addPosts(posts);
    }

    /**
     * Adds the people whose id and account are not there yet, all with one password, which is hashed once: for the
     * demonstration and for tests.
     *
     * @return those who were added
     */
    public Future<List<Person>> addPeople(List<Person> people, String password) {
        var ids = people.stream().map(Person::id).toList();
        return hashing.hash(password)
                .compose(
                        hash -> passwords.setMissing(ids, hash, settings.clock().instant()))
                .compose(set -> organization.addMissing(people))
                .onSuccess(added -> setup.settled());
    }

    /** Gives a person other roles than he had; for loaders, which name their units themselves. */
    public Future<Person> grant(PersonId person, List<Grant> grants) {
        return organization.person(person).compose(found -> organization.change(found.granted(grants), "grants"));
    }

    /** A session without a sign-in, as its token: for measurements and tests, which cannot wait for ten thousand passwords. */
    public Future<String> openSession(PersonId person) {
        return organization.person(person).compose(found -> sessions.begin(found.id(), "", "zhiyong"));
    }

    @Override
    public void close() {
        hashing.close();
    }
}
