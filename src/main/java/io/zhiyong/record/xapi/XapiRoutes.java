package io.zhiyong.record.xapi;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import io.zhiyong.record.xapi.DocumentRoutes.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front of {@code /xapi} (2.0.0) and {@code /xapi/1.0} (1.0.3): version, credential, cross-origin headers, and the shape of
 * failures. Which rules hold is what the version header says; the address only stands in where a request has none.
 */
final class XapiRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(XapiRoutes.class);
    private static final String ROOT = "/xapi";
    private static final String ROOT_V1 = "/xapi/1.0";
    private static final int LARGEST_BODY = 64 << 20;
    static final String VERSION = "X-Experience-API-Version";

    private final CredentialStore credentials;
    private final StatementsRoutes statements;
    private final DocumentRoutes documents;
    private final LookupRoutes lookups;
    private final XapiModule.Statements store;

    XapiRoutes(
            CredentialStore credentials,
            StatementsRoutes statements,
            DocumentRoutes documents,
            LookupRoutes lookups,
            XapiModule.Statements store) {
        this.credentials = credentials;
        this.statements = statements;
        this.documents = documents;
        this.lookups = lookups;
        this.store = store;
    }

    void handle(RoutingContext context) {
        var request = context.request();
        crossOrigin(request.response());
        if (HttpMethod.OPTIONS.equals(request.method())) {
            request.response().setStatusCode(204).end();
            return;
        }
        body(request)
                .compose(body -> answer(request, body))
                .recover(problem -> Future.succeededFuture(failure(problem)))
                .onSuccess(answer -> send(request, answer));
    }

    private static void crossOrigin(HttpServerResponse response) {
        response.putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, DELETE, OPTIONS")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, If-None-Match, Accept-Language, " + VERSION)
                .putHeader(
                        "Access-Control-Expose-Headers",
                        "ETag, Last-Modified, " + VERSION + ", X-Experience-API-Consistent-Through")
                .putHeader("Access-Control-Max-Age", "86400")
                .putHeader("X-Content-Type-Options", "nosniff");
    }

    private static Future<byte[]> body(HttpServerRequest request) {
        var done = Promise.<byte[]>promise();
        var body = Buffer.buffer();
        request.handler(some -> {
            if (body.length() + some.length() > LARGEST_BODY) {
                done.tryFail(new XapiFailure(413, "more than 64 MiB"));
            } else {
                body.appendBuffer(some);
            }
        });
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(body.getBytes()));
        return done.future();
    }

    private Future<Answer> answer(HttpServerRequest http, byte[] body) {
        var path = http.path();
        var old = path.equals(ROOT_V1) || path.startsWith(ROOT_V1 + "/");
        var raw = RawRequest.of(http.method().name(), http.query(), http.headers(), body, old);
        var resource = path.substring((old ? ROOT_V1 : ROOT).length());
        if (resource.equals("/about")) {
            return LookupRoutes.about();
        }
        var version = version(raw.header(VERSION.toLowerCase(Locale.ROOT)));
        http.response().putHeader(VERSION, version.number());
        return credentials
                .of(raw.header("authorization"))
                .map(found -> found.orElseThrow(() -> new XapiFailure(401, "no such key and secret")))
                .compose(credential -> route(
                        resource,
                        new XapiRequest(
                                raw.method(), path, version, raw.parameters(), raw.headers(), raw.body(), credential)));
    }

    private Future<Answer> route(String resource, XapiRequest request) {
        return switch (resource) {
            case "/statements" -> statements.handle(request);
            case "/activities/state" -> documents.handle(Kind.STATE, request);
            case "/activities/profile" -> documents.handle(Kind.ACTIVITY_PROFILE, request);
            case "/agents/profile" -> documents.handle(Kind.AGENT_PROFILE, request);
            case "/activities" -> lookups.activities(request);
            case "/agents" -> lookups.agents(request);
            default -> throw new XapiFailure(404, "no such resource");
        };
    }

    /** Communication 3.3: needed, and one that is spoken here. */
    private static XapiVersion version(Optional<String> header) {
        var text = header.orElseThrow(() -> XapiFailure.bad("the header " + VERSION + " is missing"));
        if (text.matches("1\\.0(\\.\\d+)?")) {
            return XapiVersion.V1;
        }
        if (text.matches("2\\.0(\\.\\d+)?")) {
            return XapiVersion.V2;
        }
        throw XapiFailure.bad("version " + text + " is not spoken here");
    }

    private static Answer failure(Throwable problem) {
        if (problem instanceof XapiFailure failure) {
            return problem(failure.status(), failure.getMessage(), failure.problems());
        }
        if (problem instanceof Refusal refusal) {
            var status = refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 400;
            return problem(status, "refused", refusal.problems());
        }
        LOG.error("a request to the record store failed", problem);
        return problem(500, "an error of the server", java.util.List.of());
    }

    private static Answer problem(int status, String detail, java.util.List<Refusal.Problem> problems) {
        var body = Tree.object().put("status", status).put("title", detail);
        if (!problems.isEmpty()) {
            var list = body.putArray("problems");
            for (var problem : problems) {
                var one = list.addObject().put("path", problem.where()).put("rule", problem.key());
                var arguments = one.putArray("found");
                problem.arguments().forEach(argument -> arguments.add(String.valueOf(argument)));
            }
        }
        var answer = new Answer(
                status,
                java.util.Map.of("Content-Type", "application/problem+json"),
                Tree.write(body).getBytes(StandardCharsets.UTF_8));
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"xAPI\"") : answer;
    }

    private void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!response.headers().contains(VERSION)) {
            var old = request.path().startsWith(ROOT_V1);
            response.putHeader(VERSION, (old ? XapiVersion.V1 : XapiVersion.V2).number());
        }
        if (request.path().endsWith("/statements")) {
            response.putHeader("X-Experience-API-Consistent-Through", store.consistentThrough());
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader("Content-Length", Integer.toString(answer.body().length));
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }
}
