package io.zhiyong.record.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Json;
import io.zhiyong.record.AgentKey;
import io.zhiyong.record.Kept;
import io.zhiyong.record.StatementId;
import io.zhiyong.record.StatementQuery;
import io.zhiyong.record.text.Formats;
import io.zhiyong.record.text.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements resource (xAPI 1.0.3 Communication 2.1). */
final class StatementsRoutes {
    private static final int MOST = 500;
    private static final String[] FILTERS = {
        "agent",
        "verb",
        "activity",
        "registration",
        "related_activities",
        "related_agents",
        "since",
        "until",
        "limit",
        "format",
        "attachments",
        "ascending",
        "cursor",
        Cursor.PLACE
    };
    private static final Set<String> FORMATS = Set.of("ids", "exact", "canonical");

    private final XapiModule.Statements statements;
    private final ActivityStore activities;
    private final AttachmentStore attachments;
    private final CursorStore cursors;

    StatementsRoutes(
            XapiModule.Statements statements,
            ActivityStore activities,
            AttachmentStore attachments,
            CursorStore cursors) {
        this.statements = statements;
        this.activities = activities;
        this.attachments = attachments;
        this.cursors = cursors;
    }

    Future<Answer> handle(XapiRequest request) {
        return switch (request.method()) {
            case "PUT" -> put(request);
            case "POST" -> post(request);
            case "GET" -> get(request);
            default -> throw new XapiFailure(405, "no such method here");
        };
    }

    private Future<Answer> put(XapiRequest request) {
        request.credential().require(Scope.STATEMENTS_WRITE);
        request.allow("statementId");
        request.need("statementId");
        var id = request.uuid("statementId").orElseThrow();
        var incoming = Incoming.of(request);
        if (!incoming.single()) {
            throw XapiFailure.bad("PUT takes one statement");
        }
        var statement = incoming.statements().get(0);
        if (statement.has("id") && !statement.get("id").asText().equalsIgnoreCase(id)) {
            throw XapiFailure.bad("the statement's id is not the one in the address");
        }
        statement.put("id", id);
        return store(request, incoming).map(Answer.nothing());
    }

    private Future<Answer> post(XapiRequest request) {
        request.credential().require(Scope.STATEMENTS_WRITE);
        request.allow();
        return store(request, Incoming.of(request)).map(ids -> Answer.json(Json.write(ids)));
    }

    /** Content before statements: a statement that can be read has its attachments. */
    private Future<List<StatementId>> store(XapiRequest request, Incoming incoming) {
        var kept = incoming.attachments().entrySet().stream()
                .map(entry -> attachments.keep(
                        entry.getKey(),
                        entry.getValue().content(),
                        entry.getValue().header("content-type")))
                .toList();
        return Future.all(kept)
                .compose(done -> statements.append(
                        incoming.statements(), request.credential().authority(), request.version()))
                .compose(ids -> learned(request, incoming).map(ids));
    }

    private Future<Void> learned(XapiRequest request, Incoming incoming) {
        if (!request.credential().may(Scope.DEFINE)) {
            return Future.succeededFuture();
        }
        return incoming.statements().stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, statement) -> before.compose(done -> activities.learn(statement)),
                        (one, other) -> other);
    }

    private Future<Answer> get(XapiRequest request) {
        request.credential().require(Scope.STATEMENTS_READ, Scope.STATEMENTS_READ_MINE, Scope.ALL_READ);
        if (request.has("statementId") || request.has("voidedStatementId")) {
            return one(request);
        }
        request.allow(FILTERS);
        if (!request.has("cursor")) {
            if (request.has(Cursor.PLACE)) {
                throw XapiFailure.bad("unknown parameter: " + Cursor.PLACE);
            }
            return list(request);
        }
        request.allow("cursor");
        return list(asked(request, cursors.known().orElseThrow().read(request.need("cursor"))));
    }

    private static XapiRequest asked(XapiRequest request, Map<String, String> parameters) {
        return new XapiRequest(
                request.method(),
                request.resource(),
                request.version(),
                parameters,
                request.headers(),
                request.body(),
                request.credential());
    }

    private Future<Answer> one(XapiRequest request) {
        var voided = request.has("voidedStatementId");
        var name = voided ? "voidedStatementId" : "statementId";
        request.allow(name, "format", "attachments");
        var id = StatementId.of(request.uuid(name).orElseThrow());
        var mine = mine(request);
        return statements
                .byId(id)
                .map(found -> found.filter(kept -> kept.voided() == voided)
                        .filter(kept -> mine.isEmpty() || vouchedBy(kept, mine.get()))
                        .orElseThrow(() -> new XapiFailure(404, "no such statement")))
                .compose(kept -> shown(request, List.of(kept))
                        .compose(texts -> packed(request, List.of(kept), texts.get(0)))
                        .map(answer -> answer.with("Last-Modified", stored(kept))));
    }

    private static boolean vouchedBy(Kept kept, String authority) {
        return AgentKey.of(Tree.read(kept.text()).path("authority"))
                .filter(authority::equals)
                .isPresent();
    }

    private static String stored(Kept kept) {
        return Tree.read(kept.text()).path("stored").asText();
    }

    /** The authority whose statements alone may be read; empty when all may. */
    private static Optional<String> mine(XapiRequest request) {
        return request.credential().may(Scope.STATEMENTS_READ, Scope.ALL_READ)
                ? Optional.empty()
                : AgentKey.of(request.credential().authority());
    }

    private Future<Answer> list(XapiRequest request) {
        var limit = limit(request);
        var query = query(request);
        var mine = mine(request);
        return statements.find(query, limit + 1).compose(found -> {
            var page = found.size() > limit ? found.subList(0, limit) : found;
            var more = found.size() > limit ? more(request, page.get(limit - 1)) : "";
            var own = page.stream()
                    .filter(kept -> mine.isEmpty() || vouchedBy(kept, mine.get()))
                    .toList();
            return shown(request, own)
                    .map(texts ->
                            "{\"statements\":[" + String.join(",", texts) + "],\"more\":" + Json.write(more) + "}")
                    .compose(text -> packed(request, own, text));
        });
    }

    private String more(XapiRequest request, Kept last) {
        var question = new LinkedHashMap<>(request.parameters());
        question.remove(Cursor.PLACE);
        return request.resource() + "?cursor=" + cursors.known().orElseThrow().write(question, last.order());
    }

    private static int limit(XapiRequest request) {
        var text = request.parameter("limit").orElse("0");
        if (!text.matches("\\d{1,9}")) {
            throw XapiFailure.bad("limit is no whole number: " + text);
        }
        var asked = Integer.parseInt(text);
        return asked == 0 ? MOST : Math.min(asked, MOST);
    }

    private static StatementQuery query(XapiRequest request) {
        var query = StatementQuery.ALL.ascending(request.truth("ascending"));
        var relatedAgents = request.truth("related_agents");
        var relatedActivities = request.truth("related_activities");
        format(request);
        request.truth("attachments");
        var agent = request.agent();
        if (agent.isPresent()) {
            var key = AgentKey.of(agent.get()).orElseThrow(() -> XapiFailure.bad("agent without an identifier"));
            query = query.agent(key, relatedAgents);
        }
        if (request.has("verb")) {
            query = query.verb(request.needIri("verb"));
        }
        if (request.has("activity")) {
            query = query.activity(request.needIri("activity"), relatedActivities);
        }
        if (request.has("registration")) {
            query = query.registration(request.uuid("registration").orElseThrow());
        }
        if (request.has("since")) {
            query = query.above(micros(request.time("since").orElseThrow()));
        }
        if (request.has("until")) {
            query = query.through(micros(request.time("until").orElseThrow()));
        }
        return request.has(Cursor.PLACE) ? query.after(Long.parseLong(request.need(Cursor.PLACE))) : query;
    }

    private static long micros(Instant at) {
        return Formats.micros(at);
    }

    private static String format(XapiRequest request) {
        var format = request.parameter("format").orElse("exact");
        if (!FORMATS.contains(format)) {
            throw XapiFailure.bad("no such format: " + format);
        }
        return format;
    }

    private Future<List<String>> shown(XapiRequest request, List<Kept> kept) {
        var format = format(request);
        if (format.equals("exact")) {
            return Future.succeededFuture(kept.stream().map(Kept::text).toList());
        }
        var trees = kept.stream().map(one -> Tree.read(one.text())).toList();
        if (format.equals("ids")) {
            return Future.succeededFuture(
                    trees.stream().map(Presentation::ids).map(Tree::write).toList());
        }
        var languages = request.header("accept-language").orElse("");
        var iris = new ArrayList<>(new LinkedHashSet<>(trees.stream()
                .flatMap(tree -> tree.findValuesAsText("id").stream())
                .toList()));
        return activities.of(iris).map(definitions -> trees.stream()
                .map(tree -> Presentation.canonical(tree, definitions, languages))
                .map(Tree::write)
                .toList());
    }

    private Future<Answer> packed(XapiRequest request, List<Kept> kept, String text) {
        if (!request.truth("attachments")) {
            return Future.succeededFuture(Answer.json(text));
        }
        var named = new LinkedHashMap<String, JsonNode>();
        kept.forEach(one -> attachmentsOf(Tree.read(one.text()), named));
        var contents = named.entrySet().stream()
                .map(entry -> attachments.content(entry.getKey()).map(found -> found.map(bytes -> part(entry, bytes))))
                .toList();
        return Future.all(contents).map(done -> {
            var parts = new ArrayList<Multipart.Part>();
            parts.add(new Multipart.Part(
                    Map.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8)));
            contents.forEach(content -> content.result().ifPresent(parts::add));
            var boundary = "zhiyong-" + Ids.fresh();
            return Answer.of("multipart/mixed; boundary=" + boundary, Multipart.write(boundary, parts));
        });
    }

    private static void attachmentsOf(JsonNode statement, Map<String, JsonNode> into) {
        statement
                .path("attachments")
                .forEach(one -> into.put(one.path("sha2").asText().toLowerCase(java.util.Locale.ROOT), one));
        if (statement.path("object") instanceof ObjectNode object) {
            object.path("attachments")
                    .forEach(one -> into.put(one.path("sha2").asText().toLowerCase(java.util.Locale.ROOT), one));
        }
    }

    private static Multipart.Part part(Map.Entry<String, JsonNode> attachment, byte[] content) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", attachment.getValue().path("contentType").asText());
        headers.put("Content-Transfer-Encoding", "binary");
        headers.put("X-Experience-API-Hash", attachment.getValue().path("sha2").asText());
        return new Multipart.Part(headers, content);
    }
}
