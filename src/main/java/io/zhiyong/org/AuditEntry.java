package io.zhiyong.org;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that somebody did.
 *
 * @param who empty when nobody was signed in, or when the server did it by itself
 * @param what a message key that says it, such as {@code org.audit.personAdded}
 * @param subject the id of what it was done to
 * @param detail what a reader needs in order to understand; never a secret
 * @param address where the request came from; empty when there was none
 */
public record AuditEntry(
        Instant at, Optional<PersonId> who, String what, String subject, Map<String, String> detail, String address) {
    public AuditEntry {
        detail = Map.copyOf(detail);
    }
}
