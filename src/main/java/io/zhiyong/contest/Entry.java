package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a contest's log.
 *
 * @param seq from 1, without gaps; unique in the contest, which is what stops a deposed owner
 * @param at when it happened; the fold takes its time from here alone, in whole milliseconds as they are stored
 * @param by who; empty for the clock and the server itself
 */
record Entry(ContestId contest, long seq, Instant at, Optional<PersonId> by, Event event) {}
