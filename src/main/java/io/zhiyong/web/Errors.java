package io.zhiyong.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever failed into one shape, as a page or as a problem document (RFC 9457). The only place that does. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Messages messages;
    private final Responses responses;

    Errors(Messages messages, Responses responses) {
        this.messages = messages;
        this.responses = responses;
    }

    /**
     * The problem document; also the view of the error page.
     *
     * @param type names the kind of problem for programs
     * @param reference finds the entry in the log; only where we are at fault
     */
    public record ProblemView(
            String type, String title, int status, String detail, List<Line> problems, String reference) {
        public ProblemView {
            problems = List.copyOf(problems);
        }

        /** One thing that is wrong, as people read it. */
        public record Line(String where, String message) {}

        /** Whether signing in as somebody else may help. */
        public boolean forbidden() {
            return status == 403;
        }

        public boolean ours() {
            return status >= 500;
        }

        /** Whether there is more to say than the headline. */
        public boolean several() {
            return problems.size() > 1
                    || problems.stream().anyMatch(line -> !line.where().isEmpty());
        }
    }

    static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case SIGN_IN_NEEDED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case TOO_MANY -> 429;
        };
    }

    void answer(RoutingContext context) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            LOG.warn("broke off an answer to {}", context.request().path(), context.failure());
            context.request().connection().close();
            return;
        }
        var refusal = refusalOf(context);
        if (refusal == null) {
            answerOurs(context);
        } else if (refusal.kind() == Refusal.Kind.SIGN_IN_NEEDED && Responses.wantsPage(context)) {
            toSignIn(context);
        } else {
            answerRefusal(context, refusal);
        }
    }

    private static Refusal refusalOf(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        var status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        return switch (status) {
            case 400 -> Refusal.invalid("", "refusal.request");
            case 404 -> Refusal.notFound("refusal.page");
            case 405 ->
                Refusal.notFound("refusal.method", context.request().method().name());
            case 413 -> Refusal.tooLarge("refusal.tooLarge");
            case 414 -> Refusal.tooLarge("refusal.addressTooLong");
            case 415 -> Refusal.unsupported("refusal.contentType", "-", "-");
            default -> null;
        };
    }

    /** A page of its own is worth coming back to after signing in; the answer to a form is not. */
    private static void toSignIn(RoutingContext context) {
        var request = context.request();
        var back = HttpMethod.GET.equals(request.method())
                ? "?back=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8)
                : "";
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, "/sign-in" + back)
                .end();
    }

    private void answerRefusal(RoutingContext context, Refusal refusal) {
        var language = Languages.of(context);
        var lines = refusal.problems().stream()
                .map(problem -> new ProblemView.Line(
                        problem.where(), messages.in(language, problem.key(), problem.arguments())))
                .toList();
        var kind = refusal.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        write(
                context,
                new ProblemView(
                        "urn:zhiyong:problem:" + kind,
                        title(language, kind),
                        statusOf(refusal.kind()),
                        lines.get(0).message(),
                        lines,
                        ""));
    }

    private void answerOurs(RoutingContext context) {
        var reference = Ids.fresh();
        var request = context.request();
        LOG.error("{} {} failed, reference {}", request.method(), request.path(), reference, context.failure());
        var language = Languages.of(context);
        write(
                context,
                new ProblemView(
                        "urn:zhiyong:problem:internal",
                        title(language, "internal"),
                        500,
                        messages.in(language, "problem.internal.detail", reference),
                        List.of(),
                        reference));
    }

    private String title(Language language, String kind) {
        return messages.in(language, "problem." + kind);
    }

    private void write(RoutingContext context, ProblemView view) {
        var response = context.response().setStatusCode(view.status());
        if (view.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (Responses.wantsPage(context)) {
            responses.html(context, "web/error", view);
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(Json.write(view));
        }
    }
}
