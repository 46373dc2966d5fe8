package io.zhiyong.record.xapi;

import static io.zhiyong.record.xapi.Lrs.V1;
import static io.zhiyong.record.xapi.Lrs.V2;
import static io.zhiyong.record.xapi.Lrs.escaped;
import static io.zhiyong.record.xapi.Lrs.statement;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.zhiyong.record.text.Tree;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import io.zhiyong.testkit.StoreExtension;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** xAPI 1.0.3 Communication 1.3, 2.2–2.8, 3 and 4, and what 2.0 changes; names begin with the section. */
@ExtendWith(StoreExtension.class)
class XapiTest {
    private static final String AGENT = escaped("{\"mbox\":\"mailto:a@example.org\"}");
    private static final String ACTIVITY = escaped("https://example.org/course");

    private Lrs lrs;

    @BeforeEach
    void open(Vertx vertx, Store store) {
        lrs = new Lrs(vertx, store);
    }

    @AfterEach
    void close() {
        lrs.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/xapi/statements,'',400,2.0.0", "/xapi/1.0/statements,'',400,1.0.3", "/xapi/statements,0.95,400,2.0.0",
        "/xapi/statements,3.0.0,400,2.0.0", "/xapi/statements,1.0,200,1.0.3", "/xapi/statements,1.0.1,200,1.0.3",
        "/xapi/1.0/statements,2.0.0,200,2.0.0", "/xapi/agents,'',400,2.0.0", "/xapi/activities/state,'',400,2.0.0",
        "/xapi/about,'',200,2.0.0", "/xapi/1.0/about,'',200,1.0.3", "/xapi/nothing,1.0.3,404,1.0.3"
    })
    void c33TheVersionHeaderRules(String path, String version, int status, String answered) {
        var answer = lrs.send(version, "GET", path, "");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo(answered);
    }

    @Test
    void c28AboutNamesBothVersions() {
        assertThat(lrs.send("", "GET", "/xapi/about", "").json().path("version").toString())
                .isEqualTo("[\"1.0.3\",\"2.0.0\"]");
    }

    @Test
    void c40CredentialsAndScopes() {
        assertThat(lrs.as("demo:wrong").get("/xapi/statements").status()).isEqualTo(401);
        assertThat(lrs.as("nobody:x").get("/xapi/statements").status()).isEqualTo(401);
        var bare = lrs.bare("/xapi/statements").header("X-Experience-API-Version", V1);
        assertThat(lrs.plain(bare).status()).isEqualTo(401);
        var odd = lrs.bare("/xapi/statements")
                .header("X-Experience-API-Version", V1)
                .header("Authorization", "Basic !!");
        assertThat(lrs.plain(odd).status()).isEqualTo(401);
        var writer = "w:"
                + await(lrs.records.issueCredential("w", Set.of(Scope.STATEMENTS_WRITE, Scope.STATEMENTS_READ_MINE)));
        lrs.as("demo:zhiyong-demo").told(statement());
        var mine = lrs.as(writer).told(statement());
        var seen = lrs.get("/xapi/statements").json().path("statements");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).path("id").asText()).isEqualTo(mine);
        assertThat(state("GET", "").status()).isEqualTo(403);
        var reader = "r:" + await(lrs.records.issueCredential("r", Set.of(Scope.ALL_READ)));
        lrs.as(reader);
        assertThat(lrs.get("/xapi/statements").json().path("statements")).hasSize(2);
        assertThat(lrs.post("/xapi/statements", Tree.write(statement())).status())
                .isEqualTo(403);
        assertThat(state("PUT", "x").status()).isEqualTo(403);
    }

    private Site.Answer state(String method, String body, String... headers) {
        return lrs.send(V1, method, STATE + "&stateId=s", body, headers);
    }

    private static final String STATE = "/xapi/activities/state?activityId=" + ACTIVITY + "&agent=" + AGENT;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xapi/activities/state?activityId=" + "A" + "&agent=G&stateId=d",
                "/xapi/activities/profile?activityId=A&profileId=d",
                "/xapi/agents/profile?agent=G&profileId=d"
            })
    void c22DocumentsLiveTheirLives(String shape) {
        var path = shape.replace("=A", "=" + ACTIVITY).replace("=G", "=" + AGENT);
        assertThat(lrs.get(path).status()).isEqualTo(404);
        assertThat(lrs.send(V1, "PUT", path, "{\"a\":1,\"b\":{\"x\":1}}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(204);
        var first = lrs.get(path);
        assertThat(first.text()).isEqualTo("{\"a\":1,\"b\":{\"x\":1}}");
        assertThat(first.header("ETag")).matches("\"[0-9a-f]{40}\"");
        assertThat(first.header("Last-Modified")).isNotEmpty();
        assertThat(lrs.send(V1, "POST", path, "{\"b\":{\"y\":2}}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(204);
        assertThat(lrs.get(path).text()).isEqualTo("{\"a\":1,\"b\":{\"y\":2}}");
        assertThat(lrs.send(V1, "POST", path, "[]", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V1, "POST", path, "{", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V1, "POST", path, "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(400);
        // A stale precondition.
        assertThat(lrs.send(V1, "PUT", path, "x", "Content-Type", "text/plain", "If-Match", first.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(lrs.send(V1, "PUT", path, "x", "Content-Type", "text/plain", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(lrs.send(V2, "PUT", path, "x", "Content-Type", "text/plain").status())
                .isEqualTo(409);
        assertThat(lrs.send(V1, "DELETE", path, "", "If-Match", "\"x\"").status())
                .isEqualTo(412);
        var fresh = lrs.get(path).header("ETag");
        assertThat(lrs.send(V1, "PUT", path, "x", "Content-Type", "text/plain", "If-Match", fresh)
                        .status())
                .isEqualTo(204);
        assertThat(lrs.get(path).header("Content-Type")).isEqualTo("text/plain");
        assertThat(lrs.send(V1, "POST", path, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V1, "DELETE", path, "").status()).isEqualTo(204);
        assertThat(lrs.get(path).status()).isEqualTo(404);
    }

    @Test
    void c23StatesAreListedAndClearedTogether() {
        for (var id : new String[] {"one", "two"}) {
            assertThat(lrs.send(V1, "PUT", STATE + "&stateId=" + id, "x", "Content-Type", "text/plain")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(lrs.send(V1, "PUT", STATE + "&stateId=two", "y", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(204);
        assertThat(lrs.get(STATE).json().toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(lrs.get(STATE + "&since=2999-01-01T00:00:00Z").json()).isEmpty();
        assertThat(lrs.get(STATE + "&registration=" + UUID.randomUUID()).json()).isEmpty();
        assertThat(lrs.send(V1, "DELETE", STATE, "").status()).isEqualTo(204);
        assertThat(lrs.get(STATE).json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xapi/activities/state",
                "/xapi/activities/state?agent=G&stateId=s",
                "/xapi/activities/state?activityId=A",
                "/xapi/activities/state?activityId=A&agent=x",
                "/xapi/activities/state?activityId=A&agent=G&registration=x",
                "/xapi/activities/state?activityId=A&agent=G&since=x",
                "/xapi/activities/state?activityId=A&agent=G&foo=x",
                "/xapi/activities/state?activityId=x&agent=G",
                "/xapi/activities/profile",
                "/xapi/agents/profile?agent=x",
                "/xapi/activities/profile?activityId=A&since=x",
                "/xapi/agents",
                "/xapi/agents?agent=x",
                "/xapi/activities",
                "/xapi/agents?agent=G&foo=x",
                "/xapi/activities?activityId=x"
            })
    void c2WrongParametersAreRefused(String shape) {
        assertThat(lrs.get(shape.replace("=A", "=" + ACTIVITY).replace("=G", "=" + AGENT))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void c24AnAgentIsAPersonOfLists() {
        var person = lrs.get("/xapi/agents?agent=" + escaped("{\"name\":\"A\",\"mbox\":\"mailto:a@e.org\"}"))
                .json();
        assertThat(person.toString())
                .isEqualTo("{\"objectType\":\"Person\",\"name\":[\"A\"],\"mbox\":[\"mailto:a@e.org\"]}");
    }

    @Test
    void c25AnActivityIsWhatAllStatementsSayOfIt() {
        var path = "/xapi/activities?activityId=" + escaped("https://example.org/known");
        assertThat(lrs.get(path).json().path("id").asText()).isEqualTo("https://example.org/known");
        for (var language : new String[] {"en", "zh-CN"}) {
            var statement = statement();
            ((ObjectNode) statement.get("object")).put("id", "https://example.org/known");
            ((ObjectNode) statement.get("object"))
                    .putObject("definition")
                    .putObject("name")
                    .put(language, language);
            lrs.told(statement);
        }
        assertThat(lrs.get(path).json().at("/definition/name").toString())
                .isEqualTo("{\"en\":\"en\",\"zh-CN\":\"zh-CN\"}");
    }

    @Test
    void c13TheAlternateSyntaxIsForTheOldVersion() {
        var id = UUID.randomUUID();
        var form = "statementId=" + id + "&X-Experience-API-Version=1.0.3&Content-Type=application%2Fjson&content="
                + escaped(statement()) + "&Authorization=" + escaped("Basic ZGVtbzp6aGl5b25nLWRlbW8=");
        var type = "application/x-www-form-urlencoded";
        var plain = lrs.bare("/xapi/1.0/statements?method=PUT")
                .header("Content-Type", type)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form));
        assertThat(lrs.plain(plain).status()).isEqualTo(204);
        var got = lrs.send(V1, "POST", "/xapi/statements?method=GET", "statementId=" + id, "Content-Type", type);
        assertThat(got.json().path("id").asText()).isEqualTo(id.toString());
        assertThat(lrs.send(V1, "POST", "/xapi/statements?method=GET&limit=1", "", "Content-Type", type)
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V1, "POST", "/xapi/statements?method=PUT", "statementId=" + id, "Content-Type", type)
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V2, "POST", "/xapi/statements?method=PUT", form, "Content-Type", type)
                        .status())
                .isEqualTo(400);
        assertThat(lrs.send(V2, "POST", "/xapi/statements?method=GET", "", "Content-Type", type)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherOriginsMayAsk() {
        var preflight = lrs.plain(
                lrs.bare("/xapi/statements").method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("X-Experience-API-Version");
    }
}
