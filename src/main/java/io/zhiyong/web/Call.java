package io.zhiyong.web;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request that has passed the door. */
public final class Call {
    private static final int MOST = 200;

    private final RoutingContext context;
    private final Optional<Visitor> visitor;
    private final Language language;
    private final Instant now;

    Call(RoutingContext context, Optional<Visitor> visitor, Language language, Clock clock) {
        this.context = context;
        this.visitor = visitor;
        this.language = language;
        this.now = clock.instant();
    }

    /** Whoever is signed in; on a route that anyone may enter, ask {@link #visitorIfAny}. */
    public Visitor visitor() {
        return visitor.orElseThrow(Refusal::signInNeeded);
    }

    public Optional<Visitor> visitorIfAny() {
        return visitor;
    }

    public Language language() {
        return language;
    }

    /** When the request arrived; the same for the whole call. */
    public Instant now() {
        return now;
    }

    /** A part of the path, such as {@code id} in {@code /exams/:id}. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A query parameter; blank counts as absent. */
    public Optional<String> query(String name) {
        return context.queryParam(name).stream().findFirst().map(String::strip).filter(value -> !value.isEmpty());
    }

    /** How many items a list should have: the query's {@code limit}, at most 200. */
    public int limit(int usual) {
        return query("limit").map(text -> number("limit", text)).orElse(usual);
    }

    private static int number(String name, String text) {
        try {
            var value = Integer.parseInt(text);
            if (value >= 1 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal, which says what is expected
        }
        throw Refusal.invalid(name, "refusal.range", text, 1, MOST);
    }

    /** A field of a form with files. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(context.request().formAttributes().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A file of a form; refused when it is missing or empty. */
    public Future<Upload> file(String name) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(name) && upload.size() > 0)
                .findFirst()
                .map(this::read)
                .orElseGet(() -> Future.failedFuture(Refusal.invalid(name, "refusal.fileMissing")));
    }

    private Future<Upload> read(FileUpload upload) {
        return context.vertx()
                .fileSystem()
                .readFile(upload.uploadedFileName())
                .map(content -> new Upload(upload.fileName(), upload.contentType(), content));
    }

    /** The address of the sender, for limits and the audit log. */
    public String remote() {
        return context.request().remoteAddress() == null
                ? "unknown"
                : context.request().remoteAddress().hostAddress();
    }

    /** Scheme, host and port as the sender addressed them, without a trailing slash. */
    public String origin() {
        var request = context.request();
        return request.scheme() + "://" + request.authority();
    }

    /** The secret of the session that this request came with; empty when it came with none. */
    public Optional<String> session() {
        return Door.token(context);
    }

    /** Whether a person reads the answer; a program gets JSON. */
    public boolean wantsPage() {
        return Responses.wantsPage(context);
    }

    /** Lets the browser keep a session's secret: out of reach of script, and of other sites' forms. */
    public void startSession(String token, Duration life) {
        context.response().addCookie(cookie(Door.COOKIE, token, life).setHttpOnly(true));
    }

    public void endSession() {
        context.response().addCookie(cookie(Door.COOKIE, "", Duration.ZERO).setHttpOnly(true));
    }

    /** Keeps the choice of somebody who may not be signed in. */
    public void rememberLanguage(Language choice) {
        context.response().addCookie(cookie(Languages.COOKIE, choice.tag(), Duration.ofDays(365)));
    }

    private Cookie cookie(String name, String value, Duration life) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setMaxAge(life.toSeconds())
                .setSameSite(CookieSameSite.LAX)
                .setSecure(context.request().isSSL());
    }

    /** For what nothing above says. */
    public RoutingContext context() {
        return context;
    }
}
