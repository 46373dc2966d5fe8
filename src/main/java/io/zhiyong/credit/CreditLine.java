package io.zhiyong.credit;

import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the ledger; written once, never changed. A correction is another line that reverses this one.
 *
 * @param id follows from statement and rule, so that telling the same thing twice writes one line
 * @param year the calendar year it belongs to, in the organization's zone
 * @param hours positive, or in a reversal exactly what the reversed line had, negated
 */
public record CreditLine(
        UUID id, PersonId person, int year, Kind kind, Credit hours, Basis basis, Optional<Reversal> reverses) {
    private static final UUID NAMESPACE = UUID.fromString("5b7b0f0e-3a0e-5d5a-9c56-6d7a3f1c8e21");

    /**
     * Why the line is there.
     *
     * @param statement the evidence
     * @param object what was studied
     * @param title what it was called then; may be empty
     */
    public record Basis(PackName pack, String rule, String statement, String object, String title, Instant at) {}

    /**
     * Which line is taken back, and why.
     *
     * @param by who decided it, by name or id
     */
    public record Reversal(UUID line, String reason, String by) {
        public Reversal {
            reason = Blank.refused("reason", reason);
            by = Blank.refused("by", by);
        }
    }

    public CreditLine {
        reverses = reverses == null ? Optional.empty() : reverses;
        if (hours.hours().signum() != (reverses.isEmpty() ? 1 : -1)) {
            throw Refusal.invalid("hours", "credit.refusal.hours", hours.toString());
        }
    }

    static UUID idOf(String statement, PackName pack, String rule) {
        return Ids.uuid5(NAMESPACE, statement + "\n" + pack.id() + "\n" + rule);
    }

    /**
     * The line that takes this one back, to the hundredth, in the same year and kind.
     *
     * @param statement the evidence of the correction
     */
    public CreditLine reversed(String statement, Instant at, String reason, String by) {
        if (reverses.isPresent()) {
            throw Refusal.conflict("credit.refusal.reversalOfReversal", id.toString());
        }
        // Named by the line alone: a line can be taken back once, whoever asks and however often.
        var reversal = Ids.uuid5(NAMESPACE, id + "\nreversal");
        var why = new Basis(basis.pack(), basis.rule(), statement, basis.object(), basis.title(), at);
        return new CreditLine(
                reversal, person, year, kind, hours.negated(), why, Optional.of(new Reversal(id, reason, by)));
    }
}
