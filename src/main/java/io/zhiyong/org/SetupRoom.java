package io.zhiyong.org;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The first administrator: made once, by whoever can read what the server printed at its first start. */
final class SetupRoom {
    private static final String ONLY = "first-administrator";
    private static final UnitId ROOT = new UnitId("u-root");

    private final Collection once;
    private final OrganizationStore organization;
    private final SignInRoom signIn;
    private volatile Optional<String> link = Optional.empty();

    SetupRoom(Store store, OrganizationStore organization, SignInRoom signIn) {
        this.once = store.collection("setup");
        this.organization = organization;
        this.signIn = signIn;
    }

    /** On empty data a new link; an older one no longer opens anything. */
    Future<Void> start() {
        return organization.people().isEmpty().compose(nobody -> nobody ? prepare() : Future.succeededFuture());
    }

    private Future<Void> prepare() {
        var token = Ids.secret();
        return once.put(new Document("_id", ONLY).append("token", Hashes.sha256Hex("setup:" + token)))
                .onSuccess(done -> link = Optional.of("/setup/" + token));
    }

    Optional<String> link() {
        return link;
    }

    /** There is somebody now: the link is of no use any more. */
    void settled() {
        link = Optional.empty();
    }

    /** What has to be known to begin. */
    record First(String organization, String account, String name, String password) {}

    /** Fails when the token is not the one, has been used, or there is somebody already. */
    Future<Person> make(String token, First first, Instant now, LocalDate today) {
        PasswordPolicy.check("password", first.password(), Account.plain(first.account()));
        var person = new Person(
                new PersonId(Ids.fresh()),
                first.account(),
                first.name(),
                new Service(ROOT, "", Optional.empty(), false, today, Optional.empty(), false),
                List.of(new Grant(Role.ADMINISTRATOR, ROOT)),
                Language.ZH,
                true);
        var root = new Unit(ROOT, Text.of(first.organization()), Optional.empty(), 0);
        return use(token)
                .compose(used -> organization.addUnits(List.of(root)))
                .compose(rooted -> organization.add(person))
                .compose(added ->
                        signIn.setPassword(person.id(), first.password(), now).map(added));
    }

    /** Whether the link still opens the form. */
    Future<Void> check(String token) {
        return once.first(matching(token)).map(found -> {
            if (found.isEmpty()) {
                throw gone();
            }
            return null;
        });
    }

    private Future<Void> use(String token) {
        return organization.people().isEmpty().compose(nobody -> once.delete(matching(token))
                .map(removed -> {
                    link = Optional.empty();
                    if (!nobody || removed == 0) {
                        throw gone();
                    }
                    return null;
                }));
    }

    private static Refusal gone() {
        return Refusal.notFound("org.refusal.setup");
    }

    private static org.bson.conversions.Bson matching(String token) {
        return and(eq("_id", ONLY), eq("token", Hashes.sha256Hex("setup:" + token)));
    }
}
