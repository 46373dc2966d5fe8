package io.zhiyong.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The description of the API (OpenAPI 3.1), made from the route tables and their records. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z]+)");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonSchema schemas = new JsonSchema();
    private final ObjectNode paths = NODES.objectNode();

    private OpenApi() {}

    static ObjectNode of(List<Routes> tables, String version) {
        var api = new OpenApi();
        tables.forEach(table -> table.rows().forEach(row -> api.add(table.feature(), row)));
        var document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Zhiyong 致用").put("version", version);
        document.set("paths", api.paths);
        var components = document.putObject("components");
        components.set("schemas", api.schemas.components());
        var security = components.putObject("securitySchemes");
        security.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", Door.COOKIE);
        security.putObject("bearer").put("type", "http").put("scheme", "bearer");
        return document;
    }

    private void add(String feature, Route row) {
        if (row instanceof Route.Told<?> told) {
            var operation = operation(feature, told.method(), told.path(), told.access());
            if (told.input() != Nothing.class) {
                body(operation, "application/json", schemas.of(told.input()));
            }
            answer(operation, told.view());
        } else if (row instanceof Route.Uploading uploading) {
            var operation = operation(feature, HttpMethod.POST, uploading.path(), uploading.access());
            body(operation, "multipart/form-data", NODES.objectNode().put("type", "object"));
            answer(operation, uploading.view());
        } else if (row instanceof Route.Direct direct) {
            operation(feature, direct.method(), direct.path(), direct.access())
                    .putObject("responses")
                    .putObject("200")
                    .put("description", "as it is");
        } else if (row instanceof Route.Socket socket) {
            operation(feature, HttpMethod.GET, socket.path(), socket.access())
                    .putObject("responses")
                    .putObject("101")
                    .put("description", "WebSocket");
        }
    }

    private ObjectNode operation(String feature, HttpMethod method, String path, Access access) {
        var operation = paths.withObjectProperty(PARAMETER.matcher(path).replaceAll("{$1}"))
                .putObject(method.name().toLowerCase(Locale.ROOT));
        operation.putArray("tags").add(feature);
        var parameters = operation.putArray("parameters");
        PARAMETER.matcher(path).results().forEach(found -> {
            var parameter = parameters.addObject().put("name", found.group(1)).put("in", "path");
            parameter.put("required", true).putObject("schema").put("type", "string");
        });
        if (access instanceof Access.OneOf needed) {
            var security = operation.putArray("security");
            security.addObject().putArray("session");
            security.addObject().putArray("bearer");
            var roles = operation.putArray("x-roles");
            needed.roles().stream()
                    .sorted()
                    .forEach(role -> roles.add(role.name().toLowerCase(Locale.ROOT)));
        }
        return operation;
    }

    private static void body(ObjectNode operation, String type, ObjectNode schema) {
        operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(type)
                .set("schema", schema);
    }

    private void answer(ObjectNode operation, Class<?> view) {
        var responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", "done")
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.of(view));
        responses
                .putObject("default")
                .put("description", "refused")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(Errors.ProblemView.class));
    }
}
