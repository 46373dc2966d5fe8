package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What one answer earned. Written as an array: ten thousand of them are one event.
 *
 * @param points 0 when wrong
 * @param tauMillis bounded reaction time
 * @param stamp epoch milliseconds of the answer, the last of the tie-breaks
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"seat", "right", "points", "tauMillis", "stamp"})
record Mark(int seat, boolean right, int points, long tauMillis, long stamp) {}
