package io.zhiyong.record.xapi;

import static io.zhiyong.testkit.Await.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.zhiyong.record.RecordModule;
import io.zhiyong.record.Records;
import io.zhiyong.record.text.Tree;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Site;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** A record store to speak to as any xAPI client would. */
final class Lrs implements AutoCloseable {
    static final String V1 = "1.0.3";
    static final String V2 = "2.0.0";

    final RecordModule records;
    private final Site site;
    private String credential = "demo:zhiyong-demo";

    Lrs(Vertx vertx, Store store) {
        records = Records.started(vertx, store);
        await(records.demonstrationCredential());
        site = Site.open(vertx, Clock.systemUTC(), records.routes());
    }

    Lrs as(String keyAndSecret) {
        credential = keyAndSecret;
        return this;
    }

    /** A request with version and credential, and further headers in pairs. */
    Site.Answer send(String version, String method, String path, String body, String... headers) {
        return send(version, method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Site.Answer send(String version, String method, String path, byte[] body, String... headers) {
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = bare(path).method(method, publisher);
        if (!version.isEmpty()) {
            request.header("X-Experience-API-Version", version);
        }
        request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return site.send("", request);
    }

    HttpRequest.Builder bare(String path) {
        return site.request(path);
    }

    Site.Answer plain(HttpRequest.Builder request) {
        return site.send("", request);
    }

    Site.Answer get(String path, String... headers) {
        return send(V1, "GET", path, "", headers);
    }

    Site.Answer post(String path, String body) {
        return send(V1, "POST", path, body, "Content-Type", "application/json");
    }

    /** Stores a statement that must be taken; gives its id. */
    String told(ObjectNode statement) {
        var answer = post("/xapi/statements", Tree.write(statement));
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return answer.json().get(0).asText();
    }

    static ObjectNode statement() {
        var statement = Tree.object();
        statement.putObject("actor").put("mbox", "mailto:" + UUID.randomUUID() + "@example.org");
        statement.putObject("verb").put("id", "http://adlnet.gov/expapi/verbs/attended");
        statement.putObject("object").put("id", "https://example.org/meetings/" + UUID.randomUUID());
        return statement;
    }

    static String escaped(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        site.close();
        await(records.stop());
    }
}
