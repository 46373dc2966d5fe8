package io.zhiyong.plan;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.plan.PlanViews.BoardView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.LocalDate;
import java.util.List;

/** The completion board: units, their people, their duties, down to the single record. */
final class BoardRoutes {
    private static final int LATE_SHOWN = 8;
    private static final int PEOPLE_SHOWN = 50;

    private final PlanModule.Needs needs;
    private final PlanStore plans;
    private final MemberStore members;

    BoardRoutes(PlanModule.Needs needs, PlanStore plans, MemberStore members) {
        this.needs = needs;
        this.plans = plans;
        this.members = members;
    }

    void mount(Routes routes) {
        var manager = Access.role(Role.MANAGER);
        routes.get("/completion", manager, Nothing.class, this::own)
                .get("/units/:id/completion", manager, BoardView.class, this::board);
    }

    /** The board of the topmost unit that the reader looks after. */
    private Future<Reply> own(Call call) {
        var scopes = needs.organization().units().scopes(call.visitor().grants(), Role.MANAGER);
        if (scopes.isEmpty()) {
            throw Refusal.forbidden("refusal.role");
        }
        return Future.succeededFuture(Reply.seeOther("/units/" + scopes.get(0).id() + "/completion", new Nothing()));
    }

    private Future<Reply> board(Call call) {
        return scoped(call).compose(unit -> plans.newest()
                .map(all -> PlanPages.touching(all, needs.organization().units(), unit))
                .compose(touching -> read(call, unit, touching)));
    }

    /** The unit asked for, when the reader manages it: from his own unit downwards and nowhere else. */
    private Future<UnitId> scoped(Call call) {
        var unit = new UnitId(call.path("id"));
        needs.organization().units().requireScope(call.visitor().grants(), Role.MANAGER, unit);
        return Future.succeededFuture(unit);
    }

    private Future<Reply> read(Call call, UnitId unit, List<Plan> touching) {
        if (touching.isEmpty()) {
            return Future.succeededFuture(
                    Reply.page("plan/no-board", needs.organization().units().unit(unit)));
        }
        return board(call, unit, touching, chosen(call, touching))
                .map(board -> BoardPages.view(board, reader(call)))
                .map(view -> Reply.page("plan/board", view));
    }

    static Plan chosen(Call call, List<Plan> touching) {
        return call.query("plan")
                .map(id -> touching.stream()
                        .filter(plan -> plan.id().value().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("plan.refusal.plan", id)))
                .orElse(touching.get(0));
    }

    private Future<BoardPages.Board> board(Call call, UnitId unit, List<Plan> touching, Plan plan) {
        var units = needs.organization().units();
        var filter = call.query("item").orElse("");
        if (!filter.isEmpty() && plan.duty(filter).isEmpty()) {
            throw Refusal.notFound("plan.refusal.duty", filter);
        }
        var sums = members.sums(plan.id(), units.below(unit));
        return Future.all(sums, rows(call, unit, plan))
                .map(read ->
                        new BoardPages.Board(units, unit, touching, plan, filter, sums.result(), read.resultAt(1)));
    }

    private Future<BoardPages.Rows> rows(Call call, UnitId unit, Plan plan) {
        var limit = call.limit(PEOPLE_SHOWN);
        var late = members.late(plan.id(), unit, today(call), LATE_SHOWN);
        var people = members.ofUnit(plan.id(), unit, call.query("after"), limit + 1)
                .map(found -> Page.cut(found, limit, member -> MemberStore.key(member, plan)));
        return Future.all(late, people)
                .map(read -> new BoardPages.Rows(
                        late.result(), people.result().items(), people.result().next()));
    }

    private LocalDate today(Call call) {
        return call.now().atZone(needs.zone()).toLocalDate();
    }

    private BoardPages.Reader reader(Call call) {
        return new BoardPages.Reader(
                call.visitor(),
                today(call),
                needs.zone(),
                call.language(),
                needs.messages().in(call.language(), "plan.percent"));
    }
}
