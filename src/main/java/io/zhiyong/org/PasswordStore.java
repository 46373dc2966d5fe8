package io.zhiyong.org;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What people prove themselves by, apart from everything else that is known of them, so that no list of people carries it. */
final class PasswordStore {
    private static final int FAMILIAR = 5;

    private final Collection passwords;

    PasswordStore(Store store) {
        this.passwords = store.collection("passwords");
    }

    /**
     * What one person proves himself by.
     *
     * @param hash of the password; empty before he has chosen one
     * @param code hash of a one-time code that still holds
     * @param addresses where he has last signed in from, newest first
     */
    record Credential(Optional<String> hash, Optional<String> code, List<String> addresses) {
        static final Credential NONE = new Credential(Optional.empty(), Optional.empty(), List.of());
    }

    Future<Credential> of(PersonId person, Instant now) {
        return passwords.byId(person.value()).map(found -> found.map(document -> credential(document, now))
                .orElse(Credential.NONE));
    }

    private static Credential credential(Document document, Instant now) {
        var until = document.getDate("until");
        var code = until != null && now.isBefore(until.toInstant()) ? document.getString("code") : null;
        return new Credential(
                Optional.ofNullable(document.getString("hash")),
                Optional.ofNullable(code),
                document.getList("addresses", String.class, List.of()));
    }

    /** A new password ends whatever code was given out. */
    Future<Void> set(PersonId person, String hash, Instant now) {
        return passwords.upsert(eq("_id", person.value()), change(hash, now)).mapEmpty();
    }

    /** One password for all of them who have none yet. */
    Future<Void> setMissing(List<PersonId> people, String hash, Instant now) {
        var first = new Document("$setOnInsert", new Document("hash", hash).append("changed", Date.from(now)));
        return passwords.writeAll(people.stream()
                .map(person -> new UpdateOneModel<Document>(
                        eq("_id", person.value()), first, new UpdateOptions().upsert(true)))
                .toList());
    }

    private static Document change(String hash, Instant now) {
        return new Document("$set", new Document("hash", hash).append("changed", Date.from(now)))
                .append("$unset", new Document("code", "").append("until", ""));
    }

    /** Those of the people who have a password. */
    Future<Set<PersonId>> chosen(List<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toList();
        var having = new Document("_id", new Document("$in", ids)).append("hash", new Document("$exists", true));
        return passwords
                .find(having, new Document("_id", 1), Math.max(1, ids.size()), new Document("_id", 1))
                .map(found -> found.stream()
                        .map(each -> new PersonId(each.getString("_id")))
                        .collect(Collectors.toSet()));
    }

    /** Gives out codes: each takes the place of the password, which no longer opens anything. */
    Future<Void> giveCodes(Map<PersonId, String> codes, Instant now) {
        var until = Date.from(now.plus(OneTimeCode.LIFE));
        return passwords.writeAll(codes.entrySet().stream()
                .map(each -> new UpdateOneModel<Document>(
                        eq("_id", each.getKey().value()),
                        new Document("$set", new Document("code", hashOf(each.getValue())).append("until", until))
                                .append("$unset", new Document("hash", "")),
                        new UpdateOptions().upsert(true)))
                .toList());
    }

    /** Uses a code up; false when it has been used, or was never this person's. */
    Future<Boolean> useCode(PersonId person, String code, String newHash, Instant now) {
        return passwords
                .update(and(eq("_id", person.value()), eq("code", hashOf(code))), change(newHash, now))
                .map(matched -> matched > 0);
    }

    static String hashOf(String code) {
        return Hashes.sha256Hex("code:" + OneTimeCode.plain(code));
    }

    Future<Void> remember(PersonId person, Credential credential, String address) {
        if (!credential.addresses().isEmpty() && credential.addresses().get(0).equals(address)) {
            return Future.succeededFuture();
        }
        var addresses = new ArrayList<>(List.of(address));
        credential.addresses().stream()
                .filter(known -> !known.equals(address))
                .limit(FAMILIAR - 1L)
                .forEach(addresses::add);
        return passwords
                .update(eq("_id", person.value()), new Document("$set", new Document("addresses", addresses)))
                .mapEmpty();
    }
}
