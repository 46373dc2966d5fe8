package io.zhiyong.record;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which statements (xAPI 1.0.3 Communication 2.1.3). Voided ones are never among them.
 *
 * @param agent a key of {@link AgentKey}
 * @param above orders greater than this only: since, or where an ascending page ended
 * @param through orders up to and with this only: until, or where a descending page ended
 */
public record StatementQuery(
        Optional<Match> agent,
        Optional<Match> activity,
        Optional<String> verb,
        Optional<String> registration,
        OptionalLong above,
        OptionalLong through,
        boolean ascending) {
    /** Everything, newest first. */
    public static final StatementQuery ALL = new StatementQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false);

    /**
     * A key that is looked for.
     *
     * @param broadly in every place that may name it, not only actor and object
     */
    public record Match(String key, boolean broadly) {}

    public StatementQuery agent(String key, boolean broadly) {
        return new StatementQuery(
                Optional.of(new Match(key, broadly)), activity, verb, registration, above, through, ascending);
    }

    public StatementQuery activity(String iri, boolean broadly) {
        return new StatementQuery(
                agent, Optional.of(new Match(iri, broadly)), verb, registration, above, through, ascending);
    }

    public StatementQuery verb(String iri) {
        return new StatementQuery(agent, activity, Optional.of(iri), registration, above, through, ascending);
    }

    public StatementQuery registration(String uuid) {
        return new StatementQuery(agent, activity, verb, Optional.of(uuid), above, through, ascending);
    }

    public StatementQuery above(long order) {
        return new StatementQuery(agent, activity, verb, registration, OptionalLong.of(order), through, ascending);
    }

    public StatementQuery through(long order) {
        return new StatementQuery(agent, activity, verb, registration, above, OptionalLong.of(order), ascending);
    }

    public StatementQuery ascending(boolean yes) {
        return new StatementQuery(agent, activity, verb, registration, above, through, yes);
    }

    /** The rest after a statement of this order. */
    public StatementQuery after(long order) {
        return ascending ? above(order) : through(order - 1);
    }
}
