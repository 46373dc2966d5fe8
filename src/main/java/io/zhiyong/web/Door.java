package io.zhiyong.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** Finds out who is asking, before anything of the request is read. */
final class Door {
    /** The session's cookie. */
    static final String COOKIE = "zhiyong_session";

    private static final String VISITOR = "zhiyong.visitor";
    private static final String TOKEN = "zhiyong.token";
    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Gatekeeper gatekeeper;

    Door(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** Remembers the visitor in the context, if the request carries a live session. */
    Future<Void> identify(RoutingContext context) {
        var token = bearer(context).or(() -> cookie(context));
        if (token.isEmpty()) {
            return Future.succeededFuture();
        }
        return gatekeeper
                .visitor(token.get())
                .onSuccess(found -> found.ifPresent(visitor -> {
                    context.put(VISITOR, visitor);
                    context.put(TOKEN, token.get());
                }))
                .mapEmpty();
    }

    static Optional<Visitor> visitor(RoutingContext context) {
        return Optional.ofNullable(context.get(VISITOR));
    }

    static Optional<String> token(RoutingContext context) {
        return Optional.ofNullable(context.get(TOKEN));
    }

    /** What this visitor's forms must carry; empty when nobody is signed in. */
    static String csrf(RoutingContext context) {
        String token = context.get(TOKEN);
        return token == null ? "" : Csrf.tokenOf(token);
    }

    /** A browser sends its cookie along whoever wrote the page; so what changes something must prove that we did. */
    static void checkSender(RoutingContext context) {
        if (HARMLESS.contains(context.request().method()) || bearer(context).isPresent()) {
            return;
        }
        Csrf.checkOrigin(context.request());
        String token = context.get(TOKEN);
        if (token != null) {
            var header = context.request().getHeader(Csrf.HEADER);
            Csrf.check(token, header != null ? header : context.request().getFormAttribute(Csrf.FIELD));
        }
    }

    private static Optional<String> bearer(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> cookie(RoutingContext context) {
        var cookie = context.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }
}
