package io.zhiyong.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Style, script, pictures and browser libraries, from memory. {@code /static/<path>} is a file of {@code webroot},
 * {@code /static/lib/<name>/<path>} one of a WebJar, {@code /static/css/site.css} all style sheets in one. An address carries the hash of what it names, so that it may be cached for good.
 */
public final class Assets {
    private static final String PREFIX = "/static/";
    private static final String LIBRARY = "lib/";
    private static final String SHEETS = "css/site.css";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private record Asset(Buffer plain, Optional<Buffer> gzipped, String type, String hash) {}

    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    /** The address of a file of {@code webroot} or of a library ({@code lib/htmx.org/dist/htmx.min.js}). */
    public String address(String path) {
        var asset = asset(path).orElseThrow(() -> new IllegalStateException("no such asset: " + path));
        return PREFIX + path + "?v=" + asset.hash();
    }

    void serve(RoutingContext context) {
        var path = context.normalizedPath().substring(PREFIX.length());
        var asset = asset(path).orElseThrow(() -> Refusal.notFound("refusal.page"));
        var response = context.response();
        var request = context.request();
        var tag = "\"" + asset.hash() + "\"";
        var forGood = asset.hash().equals(request.getParam("v"));
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(
                        HttpHeaders.CACHE_CONTROL, forGood ? "public, max-age=31536000, immutable" : "public, no-cache")
                .putHeader(HttpHeaders.VARY, "accept-encoding");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        var accepts = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (asset.gzipped().isPresent() && accepts != null && accepts.contains("gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .end(asset.gzipped().get());
        } else {
            response.end(asset.plain());
        }
    }

    private Optional<Asset> asset(String path) {
        // Unknown paths are not remembered: whoever asks for a million of them must not fill the memory.
        var found = known.get(path);
        if (found != null) {
            return found;
        }
        var loaded = load(path);
        if (loaded.isPresent()) {
            known.put(path, loaded);
        }
        return loaded;
    }

    private static Optional<Asset> load(String path) {
        var dot = path.lastIndexOf('.');
        var type = dot < 0 ? null : TYPES.get(path.substring(dot + 1));
        if (type == null || path.contains("..") || path.contains("//")) {
            return Optional.empty();
        }
        if (path.equals(SHEETS)) {
            return Optional.of(asset(sheets(), type));
        }
        var file =
                path.startsWith(LIBRARY) ? library(path.substring(LIBRARY.length())) : Optional.of("webroot/" + path);
        return file.flatMap(Resources::bytes).map(bytes -> asset(bytes, type));
    }

    /** All style sheets in one answer, in the order of their list: a phone that joins a contest asks once, not 25 times. */
    private static byte[] sheets() {
        return Resources.text("webroot/css/site.list")
                .lines()
                .map(file -> Resources.text("webroot/css/" + file))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Asset asset(byte[] bytes, String type) {
        var hash = HexFormat.of().formatHex(Hashes.sha256(bytes), 0, 8);
        var zipped = gzip(bytes);
        var worth = zipped.length < bytes.length * 9L / 10;
        return new Asset(
                Buffer.buffer(bytes), worth ? Optional.of(Buffer.buffer(zipped)) : Optional.empty(), type, hash);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** {@code htmx.org/dist/htmx.min.js} to its place in the WebJar, whose version the jar itself names. */
    private static Optional<String> library(String path) {
        var cut = path.indexOf('/');
        if (cut < 0) {
            return Optional.empty();
        }
        var name = path.substring(0, cut);
        return Resources.bytes("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")
                .map(bytes -> version(new String(bytes, StandardCharsets.UTF_8)))
                .map(version -> "META-INF/resources/webjars/" + name + "/" + version + path.substring(cut));
    }

    private static String version(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
