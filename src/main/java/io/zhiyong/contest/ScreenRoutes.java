package io.zhiyong.contest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.contest.ContestSocket.Identity;
import io.zhiyong.contest.Scene.Viewer;
import io.zhiyong.web.Access;
import io.zhiyong.web.Call;
import io.zhiyong.web.Messages;
import io.zhiyong.web.Reply;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.util.Optional;

/** The three screens of a live contest (host, stage, player) and the socket behind them. */
final class ScreenRoutes {
    /** What they stand on. */
    record Needs(Vertx vertx, Clock clock, Messages messages, ContestStore store, RoomsModule rooms, Hosting hosting) {}

    private static final short POLICY = 1008;
    private static final short AGAIN = 1013;

    private final Needs needs;

    ScreenRoutes(Needs needs) {
        this.needs = needs;
    }

    void addTo(Routes routes) {
        routes.get("/contests/:id/host", Access.role(Role.ORGANIZER), ContestPages.LiveView.class, this::host)
                .get("/contests/:id/stage", Access.anyone(), ContestPages.LiveView.class, this::stage)
                .get("/contests/:id/play", Access.signedIn(), ContestPages.LiveView.class, this::play)
                .socket("/contests/:id/live", Access.anyone(), this::socket);
    }

    private Future<Reply> host(Call call) {
        return heading(call).compose(heading -> {
            needs.hosting().requireHost(call.visitor(), heading);
            return screen(call, heading, "contest/host");
        });
    }

    /** The hall's machine need not be signed in: the address that its host opens there is signed. */
    private Future<Reply> stage(Call call) {
        return heading(call)
                .compose(heading -> requireStage(call, heading).map(heading))
                .compose(heading -> screen(call, heading, "contest/stage"));
    }

    private Future<Reply> play(Call call) {
        return heading(call).compose(heading -> {
            requireOpened(heading);
            return screen(call, heading, "contest/play");
        });
    }

    /** A screen, or, of a contest that is over, its results. */
    private Future<Reply> screen(Call call, Heading heading, String template) {
        var base = "/contests/" + heading.id();
        var view = view(call, heading, base);
        return heading.phase().isOver()
                ? view.map(it -> Reply.seeOther(base + "/results", it))
                : view.map(it -> Reply.page(template, it));
    }

    private Future<ContestPages.LiveView> view(Call call, Heading heading, String base) {
        return needs.store().load(heading.id()).compose(contest -> stageKey(heading.id())
                .map(key -> {
                    var host = call.visitorIfAny()
                            .filter(visitor -> needs.hosting().mayHost(visitor, heading))
                            .isPresent();
                    var join = call.origin() + "/c/" + contest.roster().code();
                    return new ContestPages.LiveView(
                            heading.id(),
                            heading.title(),
                            base + "/live",
                            contest.roster().code(),
                            join,
                            QrCode.of(join),
                            host ? base + "/stage?key=" + key : "");
                }));
    }

    /** Settles who a screen is before it is listened to; nothing that it sends can change it. */
    private void socket(Call call, ServerWebSocket socket) {
        socket.pause();
        Future.succeededFuture()
                .compose(begun -> heading(call))
                .compose(heading -> identity(call, heading))
                .compose(identity -> seated(call, identity).map(identity))
                .onSuccess(identity -> listen(socket, identity))
                .onFailure(problem -> {
                    socket.resume();
                    var refused = problem instanceof Refusal;
                    var key = refused ? ((Refusal) problem).problems().get(0).key() : "contest.refusal.busy";
                    socket.close(refused ? POLICY : AGAIN, key);
                });
    }

    private void listen(ServerWebSocket socket, Identity identity) {
        var screen = new ContestSocket(needs.vertx(), socket, identity, needs.rooms(), needs.messages(), needs.clock());
        screen.open();
        socket.resume();
        needs.rooms().in(identity.contest(), room -> {
            room.enter(screen);
            return Future.succeededFuture();
        });
    }

    private Future<Identity> identity(Call call, Heading heading) {
        requireOpened(heading);
        return switch (call.query("as").orElse("player")) {
            case "host" -> {
                needs.hosting().requireHost(call.visitor(), heading);
                yield identity(call, heading, Viewer.HOST);
            }
            case "stage" -> requireStage(call, heading).compose(done -> identity(call, heading, Viewer.STAGE));
            case "player" -> identity(call, heading, Viewer.PLAYER);
            default -> throw Refusal.invalid("as", "contest.refusal.frame");
        };
    }

    private static Future<Identity> identity(Call call, Heading heading, Viewer viewer) {
        var person = viewer == Viewer.STAGE
                ? Optional.<PersonId>empty()
                : Optional.of(call.visitor().person());
        return Future.succeededFuture(new Identity(heading.id(), viewer, person, call.language()));
    }

    /** A contestant has his seat before his first frame. */
    private Future<Void> seated(Call call, Identity identity) {
        if (identity.viewer() != Viewer.PLAYER) {
            return Future.succeededFuture();
        }
        var visitor = call.visitor();
        var unit = needs.hosting().unitName(visitor.unit());
        var newcomer = new Command.Newcomer(visitor.person(), visitor.name(), unit);
        return needs.rooms().in(identity.contest(), room -> room.join(newcomer)).mapEmpty();
    }

    private Future<Void> requireStage(Call call, Heading heading) {
        return stageKey(heading.id()).map(key -> {
            if (call.query("key").filter(key::equals).isEmpty()) {
                needs.hosting().requireHost(call.visitor(), heading);
            }
            return null;
        });
    }

    private static void requireOpened(Heading heading) {
        if (heading.phase() == Phase.DRAFT) {
            throw Refusal.notFound("contest.refusal.unknown", heading.id().value());
        }
    }

    private Future<String> stageKey(ContestId id) {
        return needs.store().secret(id).map(secret -> Hashes.sha256Hex("stage:" + secret.orElseThrow())
                .substring(0, 32));
    }

    private Future<Heading> heading(Call call) {
        var id = call.path("id");
        return needs.store()
                .heading(new ContestId(id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("contest.refusal.unknown", id)));
    }
}
