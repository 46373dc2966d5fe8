package io.zhiyong.plan;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.plan.PlanInputs.PlanInput;
import io.zhiyong.plan.PlanViews.MyPlanView;
import io.zhiyong.plan.PlanViews.NewPlanView;
import io.zhiyong.plan.PlanViews.PlanView;
import io.zhiyong.plan.PlanViews.PlansView;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** One's own plan; and plans made by those who look after units. */
final class PlanRoutes {
    private static final Role[] MAKERS = {Role.ORGANIZER, Role.MANAGER};

    private final PlanModule.Needs needs;
    private final PlanStore plans;
    private final PlanRoom room;

    PlanRoutes(PlanModule.Needs needs, PlanStore plans, PlanRoom room) {
        this.needs = needs;
        this.plans = plans;
        this.room = room;
    }

    void mount(Routes routes) {
        routes.get("/plan", Access.signedIn(), MyPlanView.class, this::mine)
                .get("/plans", Access.role(MAKERS), PlansView.class, this::list)
                .get("/plans/new", Access.role(MAKERS), NewPlanView.class, this::fresh)
                .post("/plans", Access.role(MAKERS), PlanInput.class, PlanView.class, this::make)
                .get("/plans/:id", Access.role(MAKERS), PlanView.class, this::plan);
    }

    private LocalDate today(Call call) {
        return call.now().atZone(needs.zone()).toLocalDate();
    }

    private Future<Reply> mine(Call call) {
        var today = today(call);
        return room.own(call.visitor().person(), today)
                .map(own -> PlanPages.completions(own, today, needs.zone()))
                .map(all -> Reply.page("plan/mine", PlanPages.mine(all, today, needs.zone())));
    }

    private Future<Reply> list(Call call) {
        var units = needs.organization().units();
        return plans.newest()
                .map(all -> all.stream()
                        .filter(plan -> mayRead(call, plan))
                        .map(plan -> PlanPages.line(plan, units))
                        .toList())
                .map(lines -> Reply.page("plan/plans", new PlansView(lines)));
    }

    private boolean mayRead(Call call, Plan plan) {
        var units = needs.organization().units();
        var grants = call.visitor().grants();
        return units.covers(grants, Role.ORGANIZER, plan.unit()) || units.covers(grants, Role.MANAGER, plan.unit());
    }

    private Future<Reply> fresh(Call call) {
        var units = needs.organization().units();
        var scopes = units.scopes(call.visitor().grants(), MAKERS);
        var from = today(call).withDayOfYear(1);
        return needs.offers()
                .all()
                .map(offers -> new NewPlanView(
                        PlanPages.choices(units, scopes),
                        offers,
                        from,
                        from.plusYears(1).minusDays(1)))
                .map(view -> Reply.page("plan/new", view));
    }

    private Future<Reply> make(Call call, PlanInput input) {
        var units = needs.organization().units();
        units.requireScope(call.visitor().grants(), input.unit(), MAKERS);
        return needs.offers()
                .all()
                .map(all -> all.stream().collect(Collectors.toMap(PlanModule.Offer::place, PlanModule.Offer::title)))
                .map(offered -> input.plan(PlanId.fresh(), call.visitor().person(), offered))
                .compose(plan -> requirePeople(call, plan))
                .compose(plan ->
                        plans.insert(plan).compose(done -> room.refresh(plan)).map(plan))
                .map(plan ->
                        Reply.created("/plans/" + plan.id(), view(call, plan)).withNotice("plan.notice.made"));
    }

    /** Whoever is named must be in the maker's scope too. */
    private Future<Plan> requirePeople(Call call, Plan plan) {
        var named = plan.audience().people();
        return named.isEmpty()
                ? Future.succeededFuture(plan)
                : needs.organization().people(named).map(found -> {
                    for (var person : named) {
                        if (!found.containsKey(person)) {
                            throw Refusal.invalid("people", "plan.refusal.person", person.value());
                        }
                        needs.organization()
                                .units()
                                .requireScope(
                                        call.visitor().grants(),
                                        found.get(person).unit(),
                                        MAKERS);
                    }
                    return plan;
                });
    }

    private Future<Reply> plan(Call call) {
        return plans.byId(new PlanId(call.path("id"))).map(plan -> {
            needs.organization().units().requireScope(call.visitor().grants(), plan.unit(), MAKERS);
            return Reply.page("plan/plan", view(call, plan));
        });
    }

    private PlanView view(Call call, Plan plan) {
        var units = needs.organization().units();
        return PlanPages.plan(plan, units, units.covers(call.visitor().grants(), Role.MANAGER, plan.unit()));
    }
}
