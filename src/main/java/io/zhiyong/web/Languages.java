package io.zhiyong.web;

import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Language;
import java.util.Objects;
import java.util.Optional;

/** Which language a request is answered in: the person's own, else the browser's cookie, else what it asks for, else Chinese. */
final class Languages {
    static final String COOKIE = "zhiyong_language";

    private Languages() {}

    static Language of(RoutingContext context) {
        Optional<Visitor> visitor = Door.visitor(context);
        return visitor.map(Visitor::language)
                .or(() -> cookie(context))
                .or(() -> asked(context))
                .orElse(Language.ZH);
    }

    private static Optional<Language> cookie(RoutingContext context) {
        var cookie = context.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
    }

    private static Optional<Language> asked(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .map(header -> Language.of(header.tag()).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
