package io.zhiyong.contest;

import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Page;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.contest.Heading.Group;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Nothing;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Contests over HTTP: list, setting up, joining, results. The live screens are {@link ScreenRoutes}. */
final class ContestRoutes {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final int TRIES = 20;
    private static final int LISTED = 50;

    private final ContestStore store;
    private final QuestionsStore questions;
    private final RoomsModule rooms;
    private final Hosting hosting;

    ContestRoutes(ContestStore store, QuestionsStore questions, RoomsModule rooms, Hosting hosting) {
        this.store = store;
        this.questions = questions;
        this.rooms = rooms;
        this.hosting = hosting;
    }

    /** A code that finds a lobby. */
    public record JoinForm(String code) {
        public JoinForm {
            code = code == null ? "" : code.replaceAll("\\s", "");
        }
    }

    /** Why a contest is given up. */
    public record CancelForm(String reason) {}

    void addTo(Routes routes) {
        var in = Access.signedIn();
        var organizer = Access.role(Role.ORGANIZER);
        routes.get("/contests", in, ContestPages.ListView.class, this::list)
                .get("/contests/new", organizer, ContestPages.SetupView.class, this::blank)
                .post("/contests", organizer, SetupForm.class, ContestPages.SetupView.class, this::create)
                .get("/contests/join", in, ContestPages.JoinView.class, this::joinPage)
                .post("/contests/join", in, JoinForm.class, ContestPages.JoinView.class, this::join)
                .get("/c/:code", in, ContestPages.JoinView.class, this::byCode)
                .get("/contests/:id", organizer, ContestPages.SetupView.class, this::show)
                .post("/contests/:id", organizer, SetupForm.class, ContestPages.SetupView.class, this::configure)
                .post("/contests/:id/lobby", organizer, Nothing.class, ContestPages.SetupView.class, this::openLobby)
                .post("/contests/:id/cancel", organizer, CancelForm.class, ContestPages.SetupView.class, this::cancel)
                .get("/contests/:id/results", in, ContestPages.ResultsView.class, this::results);
    }

    private Future<Reply> list(Call call) {
        var organizer = call.visitor().has(Role.ORGANIZER);
        var limit = call.limit(LISTED);
        var live = store.listed(Group.LIVE, Optional.empty(), LISTED);
        var coming = organizer ? store.listed(Group.COMING, Optional.empty(), LISTED) : none();
        var past = store.listed(Group.PAST, call.query("after"), limit);
        return Future.all(live, coming, past)
                .map(all -> Reply.page(
                        "contest/list",
                        ContestPages.list(
                                live.result(),
                                coming.result(),
                                Page.cut(past.result(), limit, it -> it.id().value()),
                                organizer)));
    }

    private static Future<List<Heading>> none() {
        return Future.succeededFuture(List.of());
    }

    private Future<Reply> blank(Call call) {
        return questions.subjects().map(subjects -> Reply.page("contest/setup", ContestPages.blank(subjects)));
    }

    private Future<Reply> create(Call call, SetupForm form) {
        var id = new ContestId(Ids.fresh());
        var unit = Hosting.unitOf(call.visitor());
        return chosen(form, id)
                .map(chosen -> form.setup(call.visitor().person(), unit, chosen))
                .map(setup -> Contest.draft(id, call.visitor().person(), setup, call.now()))
                .compose(draft -> store.create(draft, call.now()))
                .map(contest -> Reply.created("/contests/" + id, ContestPages.setup(contest, List.of())));
    }

    private Future<List<ContestQuestion>> chosen(SetupForm form, ContestId id) {
        if (!form.ids().isEmpty()) {
            return questions.byIds(form.ids());
        }
        return form.subject().isEmpty()
                ? Future.succeededFuture(List.of())
                : questions.draw(form.subject().get(), form.wanted(), id.value());
    }

    private Future<Reply> show(Call call) {
        return hosted(call)
                .compose(heading -> Future.all(store.load(heading.id()), questions.subjects()))
                .map(both -> Reply.page("contest/setup", ContestPages.setup(both.resultAt(0), both.resultAt(1))));
    }

    private Future<Reply> configure(Call call, SetupForm form) {
        return hosted(call)
                .compose(heading -> chosen(form, heading.id())
                        .map(chosen -> form.setup(heading.organizer(), heading.unit(), chosen))
                        .compose(setup -> decide(
                                heading.id(),
                                new Command.Configure(call.visitor().person(), setup),
                                call)))
                .map(contest -> seen(contest, ""));
    }

    private Future<Reply> openLobby(Call call, Nothing nothing) {
        return hosted(call)
                .compose(heading -> freshCode(heading.id(), TRIES).compose(code -> decide(
                                heading.id(),
                                new Command.OpenLobby(call.visitor().person(), code),
                                call)
                        .onFailure(problem -> store.release(code, heading.id()))))
                .map(contest -> seen(contest, "/host"));
    }

    private Future<String> freshCode(ContestId id, int tries) {
        var code = String.format("%06d", CHANCE.nextInt(CODES));
        return store.claim(code, id).compose(mine -> {
            if (mine) {
                return Future.succeededFuture(code);
            }
            return tries == 0
                    ? Future.failedFuture(Refusal.conflict("contest.refusal.busy"))
                    : freshCode(id, tries - 1);
        });
    }

    private Future<Reply> cancel(Call call, CancelForm form) {
        return hosted(call)
                .compose(heading -> {
                    var cancel = new Command.Cancel(call.visitor().person(), form.reason());
                    return heading.phase() == Phase.DRAFT
                            ? decide(heading.id(), cancel, call)
                            : rooms.in(heading.id(), room -> room.give(cancel));
                })
                .map(contest -> Reply.seeOther("/contests", ContestPages.setup(contest, List.of())));
    }

    /** A draft has no room: what is decided is appended here, and the log's number says whether it was the first. */
    private Future<Contest> decide(ContestId id, Command command, Call call) {
        return store.load(id)
                .map(contest -> command.applyTo(contest, call.now()))
                .compose(step -> store.append(step.events()).map(mine -> {
                    if (!mine) {
                        throw Refusal.conflict("contest.refusal.alreadyMoved");
                    }
                    return step.next();
                }))
                .compose(contest -> store.follow(contest).map(contest));
    }

    private static Reply seen(Contest contest, String page) {
        return Reply.seeOther("/contests/" + contest.id() + page, ContestPages.setup(contest, List.of()));
    }

    private Future<Reply> joinPage(Call call) {
        return Future.succeededFuture(Reply.page(
                "contest/join", new ContestPages.JoinView(call.query("code").orElse(""))));
    }

    private Future<Reply> join(Call call, JoinForm form) {
        return find(form.code());
    }

    private Future<Reply> byCode(Call call) {
        return find(call.path("code"));
    }

    private Future<Reply> find(String code) {
        return store.byCode(code)
                .map(found -> found.orElseThrow(() -> Refusal.invalid("code", "contest.refusal.code", code)))
                .map(id -> Reply.seeOther("/contests/" + id + "/play", new ContestPages.JoinView(code)));
    }

    private Future<Reply> results(Call call) {
        return heading(call).compose(heading -> store.load(heading.id()).map(contest -> {
            if (!contest.phase().isOver()) {
                throw Refusal.conflict("contest.refusal.notOver");
            }
            var host = hosting.mayHost(call.visitor(), heading);
            var reader = Optional.of(call.visitor().person());
            return Reply.page("contest/results", ContestPages.results(contest, reader, host));
        }));
    }

    private Future<Heading> hosted(Call call) {
        return heading(call).map(heading -> {
            hosting.requireHost(call.visitor(), heading);
            return heading;
        });
    }

    private Future<Heading> heading(Call call) {
        var id = call.path("id");
        return store.heading(new ContestId(id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("contest.refusal.unknown", id)));
    }
}
