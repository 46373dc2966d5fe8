package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.Instant;

/** A contest as the list of contests shows it. */
record Heading(ContestId id, Text title, PersonId organizer, UnitId unit, Phase phase, int players, Instant created) {
    /** The parts of the list. */
    enum Group {
        COMING,
        LIVE,
        PAST;

        static Group of(Phase phase) {
            if (phase.isOver()) {
                return PAST;
            }
            return phase.isLive() ? LIVE : COMING;
        }
    }
}
