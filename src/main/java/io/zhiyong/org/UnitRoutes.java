package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Role;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.org.UnitPages.UnitView;
import io.zhiyong.org.UnitPages.UnitsView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree of units, and the posts in it. */
final class UnitRoutes {
    private static final Access READER = Access.role(Role.MANAGER, Role.ADMINISTRATOR);
    private static final Access KEEPER = Access.role(Role.ADMINISTRATOR);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SIBLINGS = 1_000_000;

    private final OrganizationStore organization;
    private final Audit audit;

    UnitRoutes(OrganizationStore organization, Audit audit) {
        this.organization = organization;
        this.audit = audit;
    }

    void addTo(Routes routes) {
        routes.get("/units", READER, UnitsView.class, this::tree)
                .post("/units", KEEPER, NewUnit.class, UnitView.class, this::add)
                .get("/units/:id", READER, UnitView.class, this::show)
                .post("/units/:id/name", KEEPER, Named.class, UnitView.class, this::rename)
                .post("/units/:id/parent", KEEPER, Under.class, UnitView.class, this::move)
                .post("/posts", KEEPER, Named.class, UnitsView.class, this::addPost)
                .post("/posts/:id/name", KEEPER, Named.class, UnitsView.class, this::renamePost);
    }

    /** @param parent the unit that it will lie below */
    record NewUnit(UnitId parent, Text name) {
        NewUnit {
            Checks.present("parent", parent);
            checked(name);
        }
    }

    /** @param name in both languages, English optional */
    record Named(Text name) {
        Named {
            checked(name);
        }
    }

    /** @param parent the unit that it will lie below */
    record Under(UnitId parent) {
        Under {
            Checks.present("parent", parent);
        }
    }

    private static void checked(Text name) {
        Checks.present("name", name);
        Checks.text("name.zh-CN", name.zh(), 1, LONGEST_NAME);
        Checks.text("name.en", name.en(), 0, LONGEST_NAME);
    }

    private static UnitId asked(Call call) {
        return new UnitId(call.path("id"));
    }

    private Future<Reply> tree(Call call) {
        return treeView(call).map(view -> Reply.page("org/units", view));
    }

    private Future<UnitsView> treeView(Call call) {
        return organization
                .counts()
                .map(counts ->
                        UnitPages.tree(organization, counts, call.visitor().grants()));
    }

    private Future<Reply> show(Call call) {
        var id = asked(call);
        organization.units().requireScope(call.visitor().grants(), id, Role.MANAGER, Role.ADMINISTRATOR);
        return view(call, id).map(view -> Reply.page("org/unit", view));
    }

    private Future<UnitView> view(Call call, UnitId id) {
        return organization
                .counts()
                .map(counts ->
                        UnitPages.unit(organization, counts, call.visitor().grants(), id));
    }

    private Future<Reply> add(Call call, NewUnit input) {
        organization.units().requireScope(call.visitor().grants(), Role.ADMINISTRATOR, input.parent());
        var order = organization.units().children(input.parent()).stream()
                .mapToInt(Unit::order)
                .max()
                .orElse(0);
        var unit = new Unit(
                new UnitId("u-" + Ids.fresh()),
                input.name(),
                Optional.of(input.parent()),
                Math.min(order + 1, MOST_SIBLINGS));
        return organization
                .addUnits(List.of(unit))
                .compose(added ->
                        audit.record(call, "org.audit.unitAdded", unit.id().value(), named(input.name())))
                .compose(noted -> view(call, unit.id()))
                .map(view -> Reply.created(address(unit.id()), view).withNotice("org.notice.saved"));
    }

    private static Map<String, String> named(Text name) {
        return Map.of("name", name.zh());
    }

    private static String address(UnitId id) {
        return "/units/" + id.value();
    }

    private Future<Reply> rename(Call call, Named input) {
        var id = asked(call);
        organization.units().requireScope(call.visitor().grants(), Role.ADMINISTRATOR, id);
        return organization
                .rename(id, input.name())
                .compose(done -> audit.record(call, "org.audit.unitRenamed", id.value(), named(input.name())))
                .compose(noted -> saved(call, id));
    }

    private Future<Reply> saved(Call call, UnitId id) {
        return view(call, id).map(view -> Reply.seeOther(address(id), view).withNotice("org.notice.saved"));
    }

    private Future<Reply> move(Call call, Under input) {
        var id = asked(call);
        Keepers.requireBoth(organization.units(), call.visitor().grants(), id, input.parent());
        var detail = Map.of("parent", input.parent().value());
        return organization
                .move(id, input.parent())
                .compose(done -> audit.record(call, "org.audit.unitMoved", id.value(), detail))
                .compose(noted -> saved(call, id));
    }

    private Future<Reply> addPost(Call call, Named input) {
        Keepers.requireWhole(organization.units(), call.visitor().grants());
        var post = new Post(new PostId("p-" + Ids.fresh()), input.name());
        return organization
                .addPosts(List.of(post))
                .compose(done ->
                        audit.record(call, "org.audit.postAdded", post.id().value(), named(input.name())))
                .compose(noted -> treeView(call))
                .map(view -> Reply.created("/units", view).withNotice("org.notice.saved"));
    }

    private Future<Reply> renamePost(Call call, Named input) {
        Keepers.requireWhole(organization.units(), call.visitor().grants());
        var id = new PostId(call.path("id"));
        return organization
                .renamePost(id, input.name())
                .compose(done -> audit.record(call, "org.audit.postRenamed", id.value(), named(input.name())))
                .compose(noted -> treeView(call))
                .map(view -> Reply.seeOther("/units", view).withNotice("org.notice.saved"));
    }
}
