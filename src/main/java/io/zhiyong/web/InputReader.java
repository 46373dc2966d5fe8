package io.zhiyong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Refusal.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A body, JSON or form, as an input record: the same record, the same checks, the same words when something is wrong. */
final class InputReader {
    private InputReader() {}

    static <I> I read(RoutingContext context, Class<I> type) {
        if (type == Nothing.class) {
            return type.cast(new Nothing());
        }
        return convert(body(context, type), type);
    }

    private static JsonNode body(RoutingContext context, Class<?> type) {
        var declared = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        var bare = declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return switch (bare) {
            case "application/json" -> json(context);
            case "application/x-www-form-urlencoded", "multipart/form-data" ->
                FormTree.of(context.request().formAttributes(), type);
            case "" -> empty(context);
            default ->
                throw Refusal.unsupported(
                        "refusal.contentType", bare, "application/json, application/x-www-form-urlencoded");
        };
    }

    private static JsonNode json(RoutingContext context) {
        var buffer = context.body().buffer();
        var tree = Json.tree(buffer == null ? "" : buffer.toString(StandardCharsets.UTF_8));
        if (!tree.isObject()) {
            throw Refusal.invalid("", "refusal.jsonObject");
        }
        return tree;
    }

    private static ObjectNode empty(RoutingContext context) {
        if (context.body().length() > 0) {
            throw Refusal.unsupported(
                    "refusal.contentType", "-", "application/json, application/x-www-form-urlencoded");
        }
        return Json.mapper().createObjectNode();
    }

    static <I> I convert(JsonNode tree, Class<I> type) {
        try {
            return Json.mapper().treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw refusal(e, tree);
        }
    }

    private static Refusal refusal(JsonProcessingException problem, JsonNode tree) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return under(pathOf(problem), refusal);
            }
        }
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return Refusal.invalid(pathOf(problem), "refusal.unknownField", unknown.getPropertyName());
        }
        var path = pathOf(problem);
        var absent = !path.isEmpty()
                && tree.at("/" + path.replaceAll("[.\\[]+", "/").replace("]", ""))
                        .isMissingNode();
        return Refusal.invalid(path, absent ? "refusal.missing" : "refusal.form");
    }

    /** A refusal of a part, told from the whole: {@code questions[2]} and {@code stem} make {@code questions[2].stem}. */
    private static Refusal under(String path, Refusal refusal) {
        var problems = refusal.problems().stream()
                .map(problem -> new Problem(join(path, problem.where()), problem.key(), problem.arguments()))
                .toList();
        return Refusal.invalid(problems);
    }

    private static String join(String path, String where) {
        // A typed id names itself; the path already does.
        if (path.isEmpty() || where.isEmpty()) {
            return path + where;
        }
        return path.equals(where) || path.endsWith("." + where) ? path : path + "." + where;
    }

    private static String pathOf(JsonProcessingException problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
