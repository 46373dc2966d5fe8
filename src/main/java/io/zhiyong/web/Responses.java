package io.zhiyong.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes replies: the page or its JSON twin, whichever was asked for. */
final class Responses {
    private static final String NOTICE = "zhiyong_notice";
    private static final Pattern MESSAGE_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,80}");

    private final Templates templates;
    private final Messages messages;
    private final List<NavEntry> navigation;
    private final ZoneId zone;

    Responses(Templates templates, Messages messages, List<NavEntry> navigation, ZoneId zone) {
        this.templates = templates;
        this.messages = messages;
        this.navigation = List.copyOf(navigation);
        this.zone = zone;
    }

    /** People get pages: whoever accepts HTML, or anything at all without speaking JSON himself. */
    static boolean wantsPage(RoutingContext context) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            return true;
        }
        if (accept != null && accept.contains("json")) {
            return false;
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var bearer = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return !bearer && (type == null || !type.contains("json"));
    }

    void write(RoutingContext context, Reply reply) {
        if (context.response().ended()) {
            return;
        }
        if (reply instanceof Reply.Page page) {
            context.response().setStatusCode(page.status());
            show(context, page.template(), page.view());
        } else if (reply instanceof Reply.Fragment fragment) {
            show(context, fragment.template(), fragment.view());
        } else if (reply instanceof Reply.Redirect redirect) {
            redirect(context, redirect);
        } else if (reply instanceof Reply.File file) {
            file(context, file);
        }
    }

    private void show(RoutingContext context, String template, Object view) {
        context.response().putHeader(HttpHeaders.VARY, "accept, cookie, accept-language");
        if (wantsPage(context)) {
            html(context, template, view);
        } else {
            json(context, view);
        }
    }

    void html(RoutingContext context, String template, Object view) {
        var page = templates.render(template, view, site(context));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(page);
    }

    private static void json(RoutingContext context, Object view) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(view));
    }

    private void redirect(RoutingContext context, Reply.Redirect redirect) {
        var response = context.response().putHeader(HttpHeaders.LOCATION, redirect.location());
        if (wantsPage(context)) {
            redirect.notice()
                    .ifPresent(key -> response.addCookie(Cookie.cookie(NOTICE, key)
                            .setPath("/")
                            .setHttpOnly(true)
                            .setMaxAge(60)
                            .setSameSite(CookieSameSite.LAX)));
            response.setStatusCode(303).end();
        } else {
            response.setStatusCode(redirect.status());
            json(context, redirect.view());
        }
    }

    private static void file(RoutingContext context, Reply.File file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
                .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(file.content());
    }

    private Site site(RoutingContext context) {
        var visitor = Door.visitor(context);
        var language = Languages.of(context);
        var path = context.normalizedPath();
        var links = navigation.stream()
                .filter(entry -> visible(entry, visitor))
                .map(entry -> new Site.NavLink(
                        entry.path(), messages.in(language, entry.label()), isCurrent(path, entry.path())))
                .toList();
        var notice = takeNotice(context).map(key -> messages.in(language, key));
        return new Site(visitor, language, Door.csrf(context), path, links, notice, zone);
    }

    private static boolean visible(NavEntry entry, Optional<Visitor> visitor) {
        return entry.access() instanceof Access.OneOf needed
                ? visitor.isPresent() && needed.roles().stream().anyMatch(visitor.get()::has)
                : true;
    }

    private static boolean isCurrent(String path, String entry) {
        return path.equals(entry) || !entry.equals("/") && path.startsWith(entry + "/");
    }

    private Optional<String> takeNotice(RoutingContext context) {
        var cookie = context.request().getCookie(NOTICE);
        if (cookie == null || !MESSAGE_KEY.matcher(cookie.getValue()).matches() || !messages.has(cookie.getValue())) {
            return Optional.empty();
        }
        context.response().removeCookie(NOTICE);
        return Optional.of(cookie.getValue());
    }
}
