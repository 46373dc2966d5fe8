package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other users of the machine out: a loopback port is open to all of them. A secret made at start and known to this
 * process only must be presented (SASL PLAIN, RFC 4616) before any command but the handshake. The secret never leaves the
 * machine, and listening on the loopback device takes the rights of an administrator, who could read the files as well.
 */
final class SignIn {
    private static final AttributeKey<Boolean> DONE = AttributeKey.valueOf(SignIn.class, "done");
    private static final String NAME = "zhiyong";
    private static final int UNAUTHORIZED = 13;
    private static final int FAILED = 18;
    private static final Set<String> BEFORE = Set.of("hello", "ismaster", "saslstart", "ping", "buildinfo");

    private final String secret;

    SignIn() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The part of the connection string in front of the host, and the options behind it. */
    String uri(int port) {
        return "mongodb://" + NAME + ':' + secret + "@127.0.0.1:" + port + "/?authMechanism=PLAIN";
    }

    /** @throws MongoServerError when the channel has not signed in and the command needs it */
    void check(Channel channel, String command) {
        if (!isDone(channel) && !BEFORE.contains(command.toLowerCase(Locale.ROOT))) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "command " + command + " requires authentication");
        }
    }

    static boolean isDone(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(DONE).get());
    }

    /** Answers {@code saslStart}. */
    Document start(Channel channel, Document body) {
        var expected = ('\0' + NAME + '\0' + secret).getBytes(StandardCharsets.UTF_8);
        var given = body.get("payload") instanceof BinData data ? data.getData() : new byte[0];
        if (!"PLAIN".equals(body.get("mechanism")) || !MessageDigest.isEqual(expected, withoutActingFor(given))) {
            throw new MongoServerError(FAILED, "AuthenticationFailed", "Authentication failed.");
        }
        channel.attr(DONE).set(true);
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1.0);
    }

    /** A client may name itself as the one it acts for. */
    private static byte[] withoutActingFor(byte[] given) {
        var text = new String(given, StandardCharsets.UTF_8);
        return (text.startsWith(NAME + '\0') ? text.substring(NAME.length()) : text).getBytes(StandardCharsets.UTF_8);
    }
}
