package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.Role;
import io.zhiyong.org.PeoplePages.PeopleView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;

/** The list of people: an administrator or a manager sees the units of his scope. */
final class PeopleRoutes {
    private final OrganizationStore organization;

    PeopleRoutes(OrganizationStore organization) {
        this.organization = organization;
    }

    void addTo(Routes routes) {
        routes.get("/people", Access.role(Role.MANAGER, Role.ADMINISTRATOR), PeopleView.class, this::list);
    }

    private Future<Reply> list(Call call) {
        var form = PeopleForm.from(call, organization.units());
        var scope = scope(call, form);
        return find(form)
                .compose(found -> organization
                        .countBelow(form.unit())
                        .map(total -> PeoplePages.list(found.form(), found.page(), total, organization, scope)))
                .map(view -> Reply.page("org/people", view));
    }

    /** What was found, and by which question. */
    private record Found(PeopleForm form, Page<Person> page) {}

    private Future<Found> find(PeopleForm form) {
        return organization.list(form.range(), form.after(), form.limit()).compose(page -> {
            if (!page.items().isEmpty() || !form.mayAskNames()) {
                return Future.succeededFuture(new Found(form, page));
            }
            var other = form.byName();
            return organization
                    .list(other.range(), other.after(), other.limit())
                    .map(named -> new Found(other, named));
        });
    }

    private PeoplePages.Scope scope(Call call, PeopleForm form) {
        var grants = call.visitor().grants();
        return new PeoplePages.Scope(
                organization.units().scopes(grants, Role.MANAGER, Role.ADMINISTRATOR),
                organization.units().covers(grants, Role.ADMINISTRATOR, form.unit()));
    }
}
