package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.util.List;

/**
 * What a contestant chose, as it was admitted and stored. One for each contestant and question; the first stands.
 *
 * @param question index in the order of play
 * @param choice option ids in the options' order
 * @param tauMillis bounded reaction time, pauses left out
 * @param stamp epoch milliseconds at which the server decoded the frame, before any queue
 */
record Answer(int question, int seat, PersonId person, List<String> choice, long tauMillis, long stamp) {
    Answer {
        choice = List.copyOf(choice);
    }
}
