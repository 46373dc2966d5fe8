package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.org.AuditPages.Asked;
import io.zhiyong.org.AuditPages.AuditView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The audit log, for the administrators of the organization as a whole. */
final class AuditRoutes {
    private static final int USUAL = 50;

    private final OrganizationStore organization;
    private final AuditStore audit;

    AuditRoutes(OrganizationStore organization, AuditStore audit) {
        this.organization = organization;
        this.audit = audit;
    }

    void addTo(Routes routes) {
        routes.get("/audit", Access.role(Role.ADMINISTRATOR), AuditView.class, this::list);
    }

    /** A part of the log with the people it names. */
    private record Named(Page<AuditEntry> page, Map<PersonId, Person> people) {}

    private Future<Reply> list(Call call) {
        Keepers.requireWhole(organization.units(), call.visitor().grants());
        var typed = Checks.text("person", call.query("person").orElse(""), 0, 100);
        var kind = call.query("kind").map(what -> Checks.text("kind", what, 1, 100));
        var after = call.query("after").map(last -> Checks.text("after", last, 1, 64));
        return person(typed)
                .compose(who -> audit.list(new AuditStore.Query(who, kind), after, call.limit(USUAL)))
                .compose(this::named)
                .map(named -> AuditPages.view(new Asked(typed, kind, after.isPresent()), named.page(), named.people()))
                .map(view -> Reply.page("org/audit", view));
    }

    /** By account or by id; somebody who does not exist has done nothing. */
    private Future<Optional<PersonId>> person(String typed) {
        if (typed.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return organization.byAccount(typed).map(found -> found.map(Person::id)
                .or(() -> AuditPages.personId(typed))
                .or(() -> Optional.of(new PersonId("nobody"))));
    }

    private Future<Named> named(Page<AuditEntry> page) {
        Set<PersonId> ids = new HashSet<>();
        page.items().forEach(entry -> {
            entry.who().ifPresent(ids::add);
            AuditPages.personId(entry.subject()).ifPresent(ids::add);
        });
        return organization.people(ids).map(people -> new Named(page, people));
    }
}
