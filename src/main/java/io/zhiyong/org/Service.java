package io.zhiyong.org;

import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person's file says of his service.
 *
 * @param rank 职级, as the organization writes it; empty when he has none
 * @param partyMember whether he is a member of the Party (中共党员)
 * @param joined the first day
 * @param left the first day on which he no longer serves
 * @param probation within the trial year (试用期), in which no appraisal grade is given
 */
public record Service(
        UnitId unit,
        String rank,
        Optional<PostId> post,
        boolean partyMember,
        LocalDate joined,
        Optional<LocalDate> left,
        boolean probation) {
    static final int LONGEST_RANK = 40;

    public Service {
        rank = Checks.text("rank", rank, 0, LONGEST_RANK);
        Checks.present("unit", unit);
        Checks.day("joined", joined);
        left.ifPresent(day -> Checks.day("left", day));
        if (left.isPresent() && left.get().isBefore(joined)) {
            throw io.zhiyong.base.Refusal.invalid("left", "org.refusal.leftBeforeJoined", joined.toString());
        }
    }

    Service in(UnitId other) {
        return new Service(other, rank, post, partyMember, joined, left, probation);
    }
}
