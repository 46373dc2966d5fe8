package io.zhiyong.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import io.zhiyong.base.Json;
import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The words that templates know beyond Handlebars' own: messages, dates and numbers as the reader writes them. */
final class TemplateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final Assets assets;

    TemplateWords(Messages messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
    }

    void teach(Handlebars handlebars) {
        handlebars.registerHelper(
                "t",
                (Object key, Options options) -> messages.in(
                        site(options).language(),
                        String.valueOf(key),
                        Arrays.stream(options.params)
                                .map(each -> shown(each, options))
                                .toList()));
        handlebars.registerHelper(
                "text",
                word((value, site) -> value instanceof Text text ? text.in(site.language()) : String.valueOf(value)));
        handlebars.registerHelper("day", word((value, site) -> dated(value, site, DAY)));
        handlebars.registerHelper("time", word((value, site) -> dated(value, site, TIME)));
        handlebars.registerHelper("moment", word((value, site) -> dated(value, site, MOMENT)));
        handlebars.registerHelper("number", word(TemplateWords::number));
        handlebars.registerHelper("percent", word(TemplateWords::percent));
        handlebars.registerHelper("minutes", word((value, site) -> String.valueOf(((Duration) value).toMinutes())));
        handlebars.registerHelper("asset", (Object path, Options options) -> assets.address(String.valueOf(path)));
        handlebars.registerHelper("csrf", (Object nothing, Options options) -> csrf(site(options)));
        handlebars.registerHelper("html", (Object value, Options options) -> html(value));
        handlebars.registerHelper("json", (Object value, Options options) -> json(value));
        handlebars.registerHelper(
                "eq",
                (Object value, Options options) ->
                        Objects.equals(String.valueOf(value), String.valueOf(options.<Object>param(0)))
                                ? options.fn()
                                : options.inverse());
    }

    private static Helper<Object> word(BiFunction<Object, Site, String> word) {
        return (value, options) -> {
            var field = namesake(value, options);
            if (field != null) {
                return String.valueOf(field);
            }
            return isAbsent(value) ? "" : word.apply(unwrap(value), site(options));
        };
    }

    /** A view may have a field that is named like a word: {@code {{minutes}}} alone means the field. */
    private static Object namesake(Object value, Options options) {
        return Objects.equals(value, options.context.model()) ? options.context.get(options.helperName) : null;
    }

    private static boolean isAbsent(Object value) {
        return value == null || value instanceof Optional<?> optional && optional.isEmpty();
    }

    private static Object unwrap(Object value) {
        return value instanceof Optional<?> optional ? optional.orElseThrow() : value;
    }

    private static Site site(Options options) {
        return (Site) options.context.get("site");
    }

    /** An argument of a message, in the reader's language. */
    private static Object shown(Object argument, Options options) {
        if (argument instanceof Text text) {
            return text.in(site(options).language());
        }
        return argument == null ? "" : argument;
    }

    private static String dated(Object value, Site site, DateTimeFormatter format) {
        if (value instanceof LocalDate date) {
            return DAY.format(date);
        }
        if (value instanceof ZonedDateTime at) {
            return format.format(at);
        }
        return format.format(((Instant) value).atZone(site.zone()));
    }

    private static String number(Object value, Site site) {
        var format = NumberFormat.getNumberInstance(site.language().locale());
        format.setMaximumFractionDigits(2);
        return format.format(value instanceof BigDecimal exact ? exact : ((Number) value));
    }

    private static String percent(Object value, Site site) {
        var format = NumberFormat.getPercentInstance(site.language().locale());
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private static CharSequence csrf(Site site) {
        return new Handlebars.SafeString("<input type=\"hidden\" name=\"" + Csrf.FIELD + "\" value=\""
                + Handlebars.Utils.escapeExpression(site.csrf()) + "\">");
    }

    private static CharSequence html(Object value) {
        if (isAbsent(value)) {
            return "";
        }
        if (unwrap(value) instanceof SafeHtml safe) {
            return new Handlebars.SafeString(safe.markup());
        }
        throw new IllegalArgumentException("only SafeHtml is shown as it is, not " + value.getClass());
    }

    /** JSON that can stand inside a script element: no less-than sign can end it. */
    private static CharSequence json(Object value) {
        return new Handlebars.SafeString(Json.write(value)
                .replace("<", "\\u003c")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }

    static List<String> names() {
        return List.of(
                "t", "text", "day", "time", "moment", "number", "percent", "minutes", "asset", "csrf", "html", "json",
                "eq");
    }
}
