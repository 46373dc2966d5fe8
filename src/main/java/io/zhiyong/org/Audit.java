package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.web.Call;
import java.util.Map;
import java.util.Optional;

/** The append-only log of who did what. Nothing in it is ever changed or removed by the program. */
public interface Audit {
    /** Answered when the entry is durable. */
    Future<Void> record(AuditEntry entry);

    /** What the visitor of this request did. */
    default Future<Void> record(Call call, String what, String subject, Map<String, String> detail) {
        var who = call.visitorIfAny().map(visitor -> visitor.person());
        return record(new AuditEntry(call.now(), who, what, subject, detail, call.remote()));
    }

    default Future<Void> record(Call call, String what, String subject) {
        return record(call, what, subject, Map.of());
    }

    /** What the server itself did, or somebody at its command line. */
    default Future<Void> recordOwn(java.time.Instant at, String what, String subject, Map<String, String> detail) {
        return record(new AuditEntry(at, Optional.empty(), what, subject, detail, ""));
    }
}
