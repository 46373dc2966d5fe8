package io.zhiyong.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Whether a request that changes something was sent from one of our own pages. */
final class Csrf {
    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-Token";

    private Csrf() {}

    /** Follows from the session's secret, and does not give it away. */
    static String tokenOf(String session) {
        return Hashes.sha256Hex("csrf:" + session);
    }

    /** Refuses a token that is not the session's. */
    static void check(String session, String sent) {
        var expected = tokenOf(session).getBytes(StandardCharsets.US_ASCII);
        if (sent == null || !MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.forbidden("refusal.csrf");
        }
    }

    /** Refuses what another site's page sends: browsers name the origin of every request that changes something. */
    static void checkOrigin(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOwn(origin, request)) {
            throw Refusal.forbidden("refusal.origin");
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        var authority = request.authority();
        return authority != null && authority.toString().equals(authorityOf(origin));
    }

    private static String authorityOf(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
