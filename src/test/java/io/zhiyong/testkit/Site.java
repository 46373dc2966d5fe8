package io.zhiyong.testkit;

import static io.zhiyong.testkit.Await.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.web.Assets;
import io.zhiyong.web.Gatekeeper;
import io.zhiyong.web.Messages;
import io.zhiyong.web.Routes;
import io.zhiyong.web.Visitor;
import io.zhiyong.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real server on a free port over some features' route tables. The session token of a request says who asks:
 * {@code person}, {@code person:role@unit}, or several roles with more colons; no store of sessions is needed for it.
 */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Site(HttpServer server) {
        this.server = server;
    }

    public static Site open(Vertx vertx, Clock clock, Routes... tables) {
        return open(vertx, clock, token -> Future.succeededFuture(visitor(token)), tables);
    }

    /** With real sessions. */
    public static Site open(Vertx vertx, Clock clock, Gatekeeper gatekeeper, Routes... tables) {
        var setup = new Web.Setup(
                vertx,
                clock,
                ZoneId.of("Asia/Shanghai"),
                Messages.load(),
                new Assets(),
                System.getProperty("java.io.tmpdir"),
                8 << 20);
        var web = new Web(setup, gatekeeper, List.of());
        return new Site(await(vertx.createHttpServer()
                .requestHandler(web.router(List.of(tables)))
                .listen(0, "127.0.0.1")));
    }

    private static Optional<Visitor> visitor(String token) {
        var parts = token.split(":", -1);
        var grants = Stream.of(parts).skip(1).map(Site::grant).toList();
        var unit = grants.isEmpty() ? new UnitId("u-root") : grants.get(0).unit();
        return Optional.of(new Visitor(new PersonId(parts[0]), parts[0], unit, grants, Language.EN, "test"));
    }

    private static Grant grant(String text) {
        var cut = text.split("@", 2);
        return new Grant(Role.valueOf(cut[0].toUpperCase(java.util.Locale.ROOT)), new UnitId(cut[1]));
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    public int port() {
        return server.actualPort();
    }

    /** As a program: JSON in and out. An empty {@code who} is nobody. */
    public Answer json(String who, String method, String path, String... body) {
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body[0]);
        var request = request(path).method(method, publisher).header("Accept", "application/json");
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        return send(who, request);
    }

    public Answer get(String who, String path) {
        return json(who, "GET", path);
    }

    /** As a person: a page. */
    public Answer page(String who, String path) {
        return send(who, request(path).header("Accept", "text/html"));
    }

    /** As a person: a form of name=value pairs, already escaped. */
    public Answer form(String who, String path, String... fields) {
        var body = String.join("&", Arrays.asList(fields));
        return send(
                who,
                request(path)
                        .POST(BodyPublishers.ofString(body))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)));
    }

    public Answer send(String who, HttpRequest.Builder request) {
        if (!who.isEmpty()) {
            request.header("Authorization", "Bearer " + who);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return Json.tree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Override
    public void close() {
        await(server.close());
    }
}
