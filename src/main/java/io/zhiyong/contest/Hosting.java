package io.zhiyong.contest;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.web.Visitor;
import java.util.List;

/** Who may set a contest up and host it: its organizer, and organizers of its unit or a unit above it. */
interface Hosting {
    /** Whether one of the grants makes somebody an organizer of this unit. */
    boolean covers(List<Grant> grants, UnitId unit);

    /** As others read it. */
    String unitName(UnitId unit);

    default boolean mayHost(Visitor visitor, Heading contest) {
        return covers(visitor.grants(), contest.unit())
                || visitor.has(Role.ORGANIZER) && visitor.person().equals(contest.organizer());
    }

    default void requireHost(Visitor visitor, Heading contest) {
        if (!mayHost(visitor, contest)) {
            throw Refusal.forbidden("contest.refusal.notHost");
        }
    }

    /** The unit that a new contest is held for: the first that this organizer organizes. */
    static UnitId unitOf(Visitor visitor) {
        return visitor.grants().stream()
                .filter(grant -> grant.role() == Role.ORGANIZER)
                .map(Grant::unit)
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("contest.refusal.notHost"));
    }
}
