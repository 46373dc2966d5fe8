package io.zhiyong.record.xapi;

import static io.zhiyong.record.xapi.Lrs.V1;
import static io.zhiyong.record.xapi.Lrs.V2;
import static io.zhiyong.record.xapi.Lrs.escaped;
import static io.zhiyong.record.xapi.Lrs.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.zhiyong.record.text.Tree;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** xAPI 1.0.3 Communication 2.1 and 1.5, Data 2.3.2 and 2.5; names begin with the section. */
@ExtendWith(StoreExtension.class)
class StatementResourceTest {
    private static final String TEXT = "here is a simple attachment";
    private static final String TEXT_SHA2 = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a";

    private Lrs lrs;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        lrs = new Lrs(vertx, store);
    }

    @AfterEach
    void close() {
        lrs.close();
    }

    @Test
    void c211PutKeepsAStatementOnce() {
        var id = UUID.randomUUID().toString();
        var one = Tree.write(statement());
        var path = "/xapi/statements?statementId=" + id;
        assertThat(put(path, one).status()).isEqualTo(204);
        assertThat(put(path, one).status()).isEqualTo(204);
        assertThat(put(path, Tree.write(statement())).status()).isEqualTo(409);
        assertThat(put("/xapi/statements", one).status()).isEqualTo(400);
        assertThat(put("/xapi/statements?statementid=" + id, one).status()).isEqualTo(400);
        assertThat(put(path, Tree.write(statement().put("id", UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(400);
        var kept = lrs.get(path).json();
        assertThat(kept.path("id").asText()).isEqualTo(id);
        assertThat(kept.at("/authority/account/name").asText()).isEqualTo("demo");
        assertThat(kept.path("timestamp").asText())
                .isEqualTo(kept.path("stored").asText());
        assertThat(kept.path("version").asText()).isEqualTo("1.0.0");
    }

    private io.zhiyong.testkit.Site.Answer put(String path, String body) {
        return lrs.send(V1, "PUT", path, body, "Content-Type", "application/json");
    }

    @Test
    void c212PostTakesBatchesWholeOrNotAtAll() {
        var batch = List.of(statement(), statement().put("id", UUID.randomUUID().toString()), statement());
        var answer = lrs.post("/xapi/statements", batch.toString());
        assertThat(answer.json()).hasSize(3);
        assertThat(answer.json().get(1).asText())
                .isEqualTo(batch.get(1).get("id").asText());
        answer.json().forEach(id -> assertThat(
                        lrs.get("/xapi/statements?statementId=" + id.asText()).status())
                .isEqualTo(200));
        var id = UUID.randomUUID().toString();
        var bad = statement();
        bad.remove("verb");
        var refused = lrs.post(
                "/xapi/statements", List.of(statement().put("id", id), bad).toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/problems/0/path").asText()).isEqualTo("$[1]");
        assertThat(lrs.get("/xapi/statements?statementId=" + id).status()).isEqualTo(404);
        var twice =
                List.of(statement().put("id", id), statement().put("id", id)).toString();
        assertThat(lrs.post("/xapi/statements", twice).status()).isEqualTo(400);
        var conflicting = List.of(
                statement().put("id", id),
                statement().put("id", batch.get(1).get("id").asText()));
        assertThat(lrs.post("/xapi/statements", conflicting.toString()).status())
                .isEqualTo(409);
        assertThat(lrs.get("/xapi/statements?statementId=" + id).status()).isEqualTo(404);
    }

    @Test
    void c213EveryFilterFindsItsOwn() {
        var statement = statement();
        var registration = UUID.randomUUID().toString();
        var context = statement.putObject("context").put("registration", registration);
        context.putObject("instructor").put("mbox", "mailto:teacher@example.org");
        context.putObject("contextActivities").putObject("parent").put("id", "https://example.org/parent");
        var id = lrs.told(statement);
        lrs.told(statement());
        var agent = escaped(statement.get("actor"));
        assertOnly(id, "agent=" + agent);
        assertOnly(id, "activity=" + escaped(statement.at("/object/id").asText()));
        assertOnly(id, "registration=" + registration);
        assertOnly(id, "registration=" + registration + "&verb=" + escaped("http://adlnet.gov/expapi/verbs/attended"));
        var teacher = escaped("{\"mbox\":\"mailto:teacher@example.org\"}");
        assertNothing("agent=" + teacher);
        assertOnly(id, "related_agents=true&agent=" + teacher);
        assertNothing("activity=" + escaped("https://example.org/parent"));
        assertOnly(id, "related_activities=true&activity=" + escaped("https://example.org/parent"));
        var stored = lrs.get("/xapi/statements?statementId=" + id)
                .json()
                .path("stored")
                .asText();
        assertNothing("since=" + stored + "&agent=" + agent);
        assertOnly(id, "until=" + stored + "&agent=" + agent);
        assertThat(lrs.get("/xapi/statements?statementId=" + id)
                        .json()
                        .at("/context/contextActivities/parent/0/id")
                        .asText())
                .isEqualTo("https://example.org/parent");
    }

    private void assertOnly(String id, String query) {
        var found = lrs.get("/xapi/statements?" + query).json().path("statements");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("id").asText()).isEqualTo(id);
    }

    private void assertNothing(String query) {
        assertThat(lrs.get("/xapi/statements?" + query).json().path("statements"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agent=%7B%7D",
                "agent=%7B%7D",
                "agent=x",
                "verb=x",
                "activity=x",
                "registration=x",
                "since=x",
                "until=x",
                "limit=-1",
                "limit=x",
                "format=pretty",
                "ascending=yes",
                "related_agents=1",
                "foo=bar",
                "statementId=x",
                "after=5",
                "cursor=x",
                "cursor=YQ.YQ",
                "limit=1&limit=2",
                "statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0&limit=1",
                "voidedStatementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0&statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0"
            })
    void c213WrongParametersAreRefused(String query) {
        var answer = lrs.get("/xapi/statements?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Experience-API-Consistent-Through")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void d25MoreLeadsThroughEverythingOnce(String ascending) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            ids.add(lrs.told(statement()));
        }
        var seen = new ArrayList<String>();
        var next = "/xapi/statements?limit=3&ascending=" + ascending;
        while (!next.isEmpty()) {
            var page = lrs.get(next).json();
            page.path("statements").forEach(one -> seen.add(one.path("id").asText()));
            next = page.path("more").asText();
        }
        if (ascending.equals("false")) {
            java.util.Collections.reverse(ids);
        }
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void d232AVoidedStatementIsFoundAsVoidedOnly() {
        var statement = statement();
        var id = lrs.told(statement);
        var voiding = statement();
        ((ObjectNode) voiding.get("verb")).put("id", "http://adlnet.gov/expapi/verbs/voided");
        voiding.putObject("object").put("objectType", "StatementRef").put("id", id);
        var voidingId = lrs.told(voiding);
        assertThat(lrs.get("/xapi/statements?statementId=" + id).status()).isEqualTo(404);
        assertThat(lrs.get("/xapi/statements?voidedStatementId=" + id).status()).isEqualTo(200);
        assertThat(lrs.get("/xapi/statements?voidedStatementId=" + voidingId).status())
                .isEqualTo(404);
        // What refers to it still matches what it matched.
        assertOnly(voidingId, "agent=" + escaped(statement.get("actor")));
        var again = statement();
        ((ObjectNode) again.get("verb")).put("id", "http://adlnet.gov/expapi/verbs/voided");
        again.putObject("object").put("objectType", "StatementRef").put("id", voidingId);
        lrs.told(again);
        assertThat(lrs.get("/xapi/statements?statementId=" + voidingId).status())
                .isEqualTo(200);
    }

    @Test
    void c213FormatsShowIdsOrOneLanguage() {
        var statement = statement();
        ((ObjectNode) statement.get("actor")).put("name", "A");
        ((ObjectNode) statement.get("verb"))
                .putObject("display")
                .put("en", "attended")
                .put("zh-CN", "参加了");
        var definition = ((ObjectNode) statement.get("object")).putObject("definition");
        definition.putObject("name").put("en-GB", "meeting").put("zh-CN", "会议");
        var path = "/xapi/statements?statementId=" + lrs.told(statement);
        var ids = lrs.get(path + "&format=ids").json();
        assertThat(ids.path("actor").has("name")).isFalse();
        assertThat(ids.path("verb").has("display")).isFalse();
        assertThat(ids.path("object").has("definition")).isFalse();
        var canonical = lrs.get(path + "&format=canonical", "Accept-Language", "zh-CN, en;q=0.5")
                .json();
        assertThat(canonical.at("/object/definition/name").toString()).isEqualTo("{\"zh-CN\":\"会议\"}");
        assertThat(canonical.at("/verb/display").toString()).isEqualTo("{\"zh-CN\":\"参加了\"}");
        assertThat(lrs.get(path).json().at("/verb/display")).hasSize(2);
    }

    @Test
    void c213TimeOfStoringIsInTheHeaders() {
        var id = lrs.told(statement());
        var one = lrs.get("/xapi/statements?statementId=" + id);
        assertThat(one.header("Last-Modified"))
                .isEqualTo(one.json().path("stored").asText());
        assertThat(Instant.parse(one.header("X-Experience-API-Consistent-Through")))
                .isAfterOrEqualTo(Instant.parse(one.json().path("stored").asText()));
        assertThat(one.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void c11HeadIsGetWithoutBody() {
        var id = lrs.told(statement());
        var head = lrs.send(V1, "HEAD", "/xapi/statements?statementId=" + id, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Last-Modified")).isNotEmpty();
    }

    @Test
    void d24NumbersAndExtensionsSurvive() {
        var statement = statement();
        statement.set(
                "result",
                Tree.read("{\"score\":{\"raw\":1.50,\"max\":2.000},\"extensions\":{\"https://e.org/a\":null,"
                        + "\"https://e.org/b\":{},\"https://e.org/c\":\"\"}}"));
        var text =
                lrs.get("/xapi/statements?statementId=" + lrs.told(statement)).text();
        assertThat(text)
                .contains("\"raw\":1.50,\"max\":2.000")
                .contains("\"https://e.org/a\":null,\"https://e.org/b\":{},\"https://e.org/c\":\"\"");
    }

    @Test
    void c15AttachmentsComeAndGoAsMultipart() {
        var statement = attached(false);
        var body = mixed("b0", Tree.write(statement), TEXT_SHA2);
        var answer = lrs.send(V1, "POST", "/xapi/statements", body, "Content-Type", "multipart/mixed; boundary=b0");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var id = answer.json().get(0).asText();
        var back = lrs.get("/xapi/statements?attachments=true&statementId=" + id);
        var parts = Multipart.read(back.header("Content-Type"), back.text().getBytes(StandardCharsets.UTF_8));
        assertThat(parts).hasSize(2);
        assertThat(new String(parts.get(1).content(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(parts.get(1).header("x-experience-api-hash")).isEqualTo(TEXT_SHA2);
        assertThat(lrs.get("/xapi/statements?statementId=" + id).header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void c15WhatDoesNotFitIsRefused() {
        var good = Tree.write(attached(false));
        var mixed = "multipart/mixed; boundary=b0";
        assertThat(posted(good, "application/json")).isEqualTo(400);
        assertThat(posted(Tree.write(attached(true)), "application/json")).isEqualTo(200);
        assertThat(posted(Tree.write(attached(true)), "multipart/form-data")).isEqualTo(400);
        assertThat(posted(mixed("b0", good, TEXT_SHA2), "multipart/mixed")).isEqualTo(400);
        assertThat(posted(mixed("b1", good, TEXT_SHA2), mixed)).isEqualTo(400);
        assertThat(posted(mixed("b0", good, "f".repeat(64)), mixed)).isEqualTo(400);
        assertThat(posted(mixed("b0", good, TEXT_SHA2).replace("binary", "base64"), mixed))
                .isEqualTo(400);
        assertThat(posted(mixed("b0", good, TEXT_SHA2).replaceFirst("application/json", "text/plain"), mixed))
                .isEqualTo(400);
        assertThat(posted(mixed("b0", Tree.write(statement()), TEXT_SHA2), mixed))
                .isEqualTo(400);
        assertThat(posted(
                        "--b0\r\nContent-Type: application/json\r\n\r\n" + Tree.write(statement()) + "\r\n--b0--",
                        mixed))
                .isEqualTo(200);
    }

    private int posted(String body, String type) {
        return lrs.send(V1, "POST", "/xapi/statements", body, "Content-Type", type)
                .status();
    }

    private static ObjectNode attached(boolean elsewhere) {
        var statement = statement();
        var attachment = statement.putArray("attachments").addObject();
        attachment.put("usageType", "https://example.org/attachment").put("contentType", "text/plain");
        attachment.put("length", 27).put("sha2", TEXT_SHA2).putObject("display").put("en", "a test");
        return elsewhere ? elsewhere(statement) : statement;
    }

    private static ObjectNode elsewhere(ObjectNode statement) {
        ((ObjectNode) statement.at("/attachments/0")).put("fileUrl", "https://example.org/file");
        return statement;
    }

    private static String mixed(String boundary, String json, String hash) {
        var content = new LinkedHashMap<String, String>();
        content.put("Content-Type", "text/plain");
        content.put("Content-Transfer-Encoding", "binary");
        content.put("X-Experience-API-Hash", hash);
        return new String(
                Multipart.write(
                        boundary,
                        List.of(
                                new Multipart.Part(
                                        Map.of("Content-Type", "application/json"),
                                        json.getBytes(StandardCharsets.UTF_8)),
                                new Multipart.Part(content, TEXT.getBytes(StandardCharsets.UTF_8)))),
                StandardCharsets.UTF_8);
    }

    @Test
    void v2ContextAgentsAreFoundBroadly() {
        var statement = statement();
        statement.set(
                "context",
                Tree.read(
                        "{\"contextAgents\":[{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:x@e.org\"}}]}"));
        assertThat(lrs.post("/xapi/statements", Tree.write(statement)).status()).isEqualTo(400);
        var answer =
                lrs.send(V2, "POST", "/xapi/statements", Tree.write(statement), "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        assertOnly(
                answer.json().get(0).asText(), "related_agents=true&agent=" + escaped("{\"mbox\":\"mailto:x@e.org\"}"));
    }

    @Test
    void everythingFromOutsideIsInTheChainToo() throws Exception {
        for (var i = 0; i < 5; i++) {
            lrs.told(statement());
        }
        lrs.post("/xapi/statements", List.of(statement(), statement()).toString());
        for (var i = 0;
                i < 100
                        && io.zhiyong.testkit.Await.await(lrs.records.feed(6, 1))
                                .isEmpty();
                i++) {
            Thread.sleep(20);
        }
        var verification = io.zhiyong.testkit.Await.await(lrs.records.verify());
        assertThat(verification.sound()).isTrue();
        assertThat(verification.statements()).isEqualTo(7);
    }
}
