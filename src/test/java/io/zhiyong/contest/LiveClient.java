package io.zhiyong.contest;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.base.Json;
import io.zhiyong.testkit.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A screen over a real WebSocket. */
final class LiveClient implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;
    private volatile int closed;
    private volatile String reason = "";

    static LiveClient open(Site site, String who, String path, String... headers) {
        var client = new LiveClient();
        var builder = HTTP.newWebSocketBuilder();
        if (!who.isEmpty()) {
            builder.header("Authorization", "Bearer " + who);
        }
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        try {
            client.socket = builder.buildAsync(URI.create(site.address(path).replaceFirst("http", "ws")), client)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return client;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(Json.tree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String why) {
        closed = code;
        reason = why;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = closed == 0 ? -1 : closed;
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Sends into a connection that may be closed already. */
    void trySend(String frame) {
        try {
            send(frame);
        } catch (CompletionException closedAlready) {
            Evening.waitFor(() -> closed != 0);
        }
    }

    void cut() {
        socket.abort();
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        Evening.waitFor(() -> frames.stream().anyMatch(wanted));
        return frames.stream().filter(wanted).reduce((one, other) -> other).orElseThrow();
    }

    JsonNode scene(String phase) {
        return await(it -> it.path("type").asText().equals("scene")
                && it.path("phase").asText().equals(phase));
    }

    JsonNode reply(String id) {
        return await(it -> it.path("id").asText().equals(id));
    }

    int closed() {
        Evening.waitFor(() -> closed != 0);
        return closed;
    }

    String reason() {
        return reason;
    }

    List<JsonNode> frames() {
        return List.copyOf(frames);
    }
}
