package io.zhiyong.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.zhiyong.base.Refusal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the router out of the features' route tables: door, body, handler, reply, errors, the same for every row. */
public final class Web {
    private static final long BODY_LIMIT = 1 << 20;
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
                            + "frame-ancestors 'self'; form-action 'self'");

    /**
     * What the whole site shares.
     *
     * @param uploads where files that come with forms lie while their request lasts
     * @param uploadLimit bytes of a whole form with files
     */
    public record Setup(
            Vertx vertx,
            Clock clock,
            ZoneId zone,
            Messages messages,
            Assets assets,
            String uploads,
            long uploadLimit) {}

    private static final Logger LOG = LoggerFactory.getLogger(Web.class);

    private final Setup setup;
    private final Door door;
    private final Templates templates;
    private final Responses responses;
    private final Errors errors;

    public Web(Setup setup, Gatekeeper gatekeeper, List<NavEntry> navigation) {
        this.setup = setup;
        this.door = new Door(gatekeeper);
        this.templates = new Templates(setup.messages(), setup.assets());
        this.responses = new Responses(templates, setup.messages(), navigation, setup.zone());
        this.errors = new Errors(setup.messages(), responses);
    }

    /** Makes ready, aside, what would otherwise make the first visitors wait. To be called once the first page can be served. */
    public void warm() {
        setup.vertx()
                .executeBlocking(() -> {
                    templates.compileAll();
                    return null;
                })
                .onFailure(problem -> LOG.error("a template does not compile", problem));
    }

    /** The router over all tables, in their order. */
    public Router router(List<Routes> tables) {
        var router = Router.router(setup.vertx());
        router.route().handler(Web::secure);
        router.route().failureHandler(errors::answer);
        router.get("/static/*").handler(setup.assets()::serve);
        tables.forEach(table -> table.rows().forEach(row -> mount(router, row)));
        router.route().handler(context -> identified(context)
                .onSuccess(known -> context.fail(Refusal.notFound("refusal.page"))));
        return router;
    }

    private static void secure(RoutingContext context) {
        HEADERS.forEach(context.response()::putHeader);
        context.next();
    }

    private void mount(Router router, Route row) {
        if (row instanceof Route.Told<?> told) {
            mountTold(router, told);
        } else if (row instanceof Route.Uploading uploading) {
            var body = bodies(setup.uploadLimit());
            enter(router, HttpMethod.POST, uploading.path(), uploading.access());
            router.post(uploading.path()).handler(body);
            router.post(uploading.path()).handler(context -> {
                Door.checkSender(context);
                reply(context, uploading.handler().apply(call(context)));
            });
        } else if (row instanceof Route.Direct direct) {
            enter(router, direct.method(), direct.path(), direct.access());
            router.route(direct.method(), direct.path())
                    .handler(context -> direct.handler().apply(call(context)).onFailure(context::fail));
        } else if (row instanceof Route.Socket socket) {
            mountSocket(router, socket);
        } else if (row instanceof Route.Raw raw) {
            router.route(raw.path()).handler(raw.handler());
        }
    }

    private <I> void mountTold(Router router, Route.Told<I> told) {
        enter(router, told.method(), told.path(), told.access());
        if (!HttpMethod.GET.equals(told.method())) {
            router.route(told.method(), told.path()).handler(bodies(BODY_LIMIT));
        }
        router.route(told.method(), told.path()).handler(context -> {
            Door.checkSender(context);
            var input = InputReader.read(context, told.input());
            reply(context, told.handler().apply(call(context), input));
        });
    }

    private void mountSocket(Router router, Route.Socket socket) {
        enter(router, HttpMethod.GET, socket.path(), socket.access());
        router.get(socket.path()).handler(context -> {
            Csrf.checkOrigin(context.request());
            var call = call(context);
            context.request()
                    .toWebSocket()
                    .onSuccess(open -> socket.handler().accept(call, open))
                    .onFailure(context::fail);
        });
    }

    /** Who is asking, and may he: settled before a byte of the body is read. */
    private void enter(Router router, HttpMethod method, String path, Access access) {
        router.route(method, path).handler(context -> identified(context)
                .onSuccess(known -> guarded(context, () -> {
                    access.check(Door.visitor(context));
                    context.next();
                })));
    }

    private Future<Void> identified(RoutingContext context) {
        var request = context.request();
        request.pause();
        return door.identify(context).onFailure(context::fail).onSuccess(known -> request.resume());
    }

    private BodyHandler bodies(long limit) {
        return BodyHandler.create(setup.uploads()).setBodyLimit(limit).setDeleteUploadedFilesOnEnd(true);
    }

    private Call call(RoutingContext context) {
        return new Call(context, Door.visitor(context), Languages.of(context), setup.clock());
    }

    private void reply(RoutingContext context, Future<Reply> future) {
        future.onSuccess(reply -> guarded(context, () -> responses.write(context, reply)))
                .onFailure(context::fail);
    }

    /** What fails after a wait is an error like any other: it must not leave the sender without an answer. */
    private static void guarded(RoutingContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException problem) {
            context.fail(problem);
        }
    }
}
