package io.zhiyong.contest;

/** Where a contest stands. Pause and recovery are no phases: they hold one (see {@link Hold}). */
enum Phase {
    /** Being set up; only its organizers see it. */
    DRAFT,
    /** The code is out, contestants take their seats. */
    LOBBY,
    /** A few seconds before the first question. */
    COUNTDOWN,
    /** The stem stands alone. */
    SHOWN,
    /** Options are out, answers are taken. */
    ANSWERING,
    /** No more answers; scored from what was stored. */
    LOCKED,
    /** The key is out. */
    REVEAL,
    /** The scoreboard, between questions. */
    BOARD,
    /** The final order. */
    PODIUM,
    /** Over; its results are told to the records. */
    CLOSED,
    /** Given up before the podium; nothing counts. */
    CANCELLED;

    boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** On stage: from the lobby to the podium. */
    boolean isLive() {
        return this != DRAFT && !isOver();
    }

    /** A question is open whose key nobody may know. */
    boolean hidesKey() {
        return this == SHOWN || this == ANSWERING || this == LOCKED;
    }
}
