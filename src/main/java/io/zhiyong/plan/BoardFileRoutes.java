package io.zhiyong.plan;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.util.ArrayList;
import java.util.List;

/** The completion board as a workbook: everybody of a unit and below, one row each. */
final class BoardFileRoutes {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanModule.Needs needs;
    private final PlanStore plans;
    private final MemberStore members;

    BoardFileRoutes(PlanModule.Needs needs, PlanStore plans, MemberStore members) {
        this.needs = needs;
        this.plans = plans;
        this.members = members;
    }

    void mount(Routes routes) {
        routes.get("/units/:id/completion.xlsx", Access.role(Role.MANAGER), Nothing.class, this::file);
    }

    private Future<Reply> file(Call call) {
        var units = needs.organization().units();
        var unit = new UnitId(call.path("id"));
        units.requireScope(call.visitor().grants(), Role.MANAGER, unit);
        return plans.newest()
                .map(all -> PlanPages.touching(all, units, unit))
                .map(touching -> requireOne(call, touching))
                .compose(plan -> members(plan, unit).compose(all -> written(call, plan, all)))
                .map(bytes ->
                        Reply.file(units.unit(unit).name().in(call.language()) + ".xlsx", TYPE, Buffer.buffer(bytes)));
    }

    private static Plan requireOne(Call call, List<Plan> touching) {
        if (touching.isEmpty()) {
            throw Refusal.notFound("plan.refusal.none");
        }
        return BoardRoutes.chosen(call, touching);
    }

    private Future<List<Member>> members(Plan plan, UnitId unit) {
        var all = new ArrayList<Member>();
        return members.eachBelow(plan.id(), unit, batch -> {
                    all.addAll(batch);
                    return Future.succeededFuture();
                })
                .map(all);
    }

    /** Off the event loop: a workbook of ten thousand rows takes a moment. */
    private Future<byte[]> written(Call call, Plan plan, List<Member> all) {
        var today = call.now().atZone(needs.zone()).toLocalDate();
        var sheet = new BoardSheet(needs.messages(), call.language(), today, needs.zone());
        var units = needs.organization().units();
        return needs.vertx().executeBlocking(() -> sheet.write(plan, units, all));
    }
}
