package io.zhiyong.credit;

import io.zhiyong.base.PersonId;
import java.time.Instant;

/** What a statement tells the ledger. */
public sealed interface Told {
    /** The statement's id. */
    String statement();

    /** Somebody did something that a rule may certify. */
    record Done(Facts facts) implements Told {
        @Override
        public String statement() {
            return facts.statement();
        }
    }

    /**
     * Another statement is no longer to count: every line that rests on it is reversed.
     *
     * @param target the statement taken back
     */
    record Voided(String statement, String target, String reason, String by, Instant at) implements Told {}

    /**
     * Somebody is not held to a requirement in a year.
     *
     * @param basis the provision or decision
     */
    record Waived(String statement, PersonId person, String pack, String requirement, int year, String basis)
            implements Told {}
}
