package io.zhiyong.record.xapi;

import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Ids;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Credentials: a secret is 256 bits of chance, so its bare SHA-256 is safe to keep and quick to check; a slow hash is for
 * passwords that people choose.
 */
final class CredentialStore {
    private final Collection credentials;
    private final String home;

    CredentialStore(Store store, String home) {
        this.credentials = store.collection("xapi_credentials");
        this.home = home;
    }

    /** Makes or replaces one; gives the secret, which is not kept. */
    Future<String> issue(String key, Set<Scope> scopes) {
        var secret = Ids.secret();
        return keep(key, secret, scopes).map(secret);
    }

    Future<Void> keep(String key, String secret, Set<Scope> scopes) {
        return credentials.put(new Document("_id", key)
                .append("hash", Hashes.sha256Hex(secret))
                .append("scopes", scopes.stream().map(Scope::text).sorted().toList()));
    }

    /** From an Authorization header; empty for whatever is not right about it. */
    Future<Optional<Credential>> of(Optional<String> authorization) {
        var pair = authorization.flatMap(CredentialStore::pair);
        if (pair.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return credentials.byId(pair.get()[0]).map(found -> found.filter(
                        document -> same(document.getString("hash"), Hashes.sha256Hex(pair.get()[1])))
                .map(this::credential));
    }

    private Credential credential(Document document) {
        var scopes = document.getList("scopes", String.class).stream()
                .flatMap(text -> Scope.of(text).stream())
                .collect(Collectors.toSet());
        return new Credential(document.getString("_id"), home, scopes);
    }

    private static Optional<String[]> pair(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            var cut = text.indexOf(':');
            return cut < 1
                    ? Optional.empty()
                    : Optional.of(new String[] {text.substring(0, cut), text.substring(cut + 1)});
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
