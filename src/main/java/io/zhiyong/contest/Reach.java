package io.zhiyong.contest;

import java.util.List;

/** Whom something that happened is sent to. A question costs each contestant one frame at its opening and one at its end. */
enum Reach {
    /** Every screen. */
    ALL,
    /** Host and stage; and those contestants who have not answered yet. */
    WAITING,
    /** Host and stage. */
    HOUSE,
    /** Those it is about are told by themselves; host and stage hear of the numbers. */
    COUNTS;

    /** Of what was decided together the widest. */
    static Reach of(List<Entry> entries) {
        var widest = COUNTS;
        for (var entry : entries) {
            var reach = of(entry.event());
            widest = reach.compareTo(widest) < 0 ? reach : widest;
        }
        return widest;
    }

    private static Reach of(Event event) {
        if (event instanceof Event.AnsweringLocked) {
            return WAITING;
        }
        if (event instanceof Event.Scored || event instanceof Event.JoiningLocked) {
            return HOUSE;
        }
        return event instanceof Event.Seated ? COUNTS : ALL;
    }
}
