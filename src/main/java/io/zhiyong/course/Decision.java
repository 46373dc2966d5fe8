package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import java.time.Instant;

/**
 * What was decided about a course, by whom; never removed.
 *
 * @param reason empty where none is asked for
 */
public record Decision(Kind kind, PersonId by, Instant at, int version, String reason) {
    /** The steps in a course's life. */
    public enum Kind {
        SUBMITTED,
        SENT_BACK,
        PUBLISHED,
        RETIRED
    }
}
