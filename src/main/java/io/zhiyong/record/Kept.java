package io.zhiyong.record;

import java.util.Optional;

/**
 * A statement as it lies in the store.
 *
 * @param order microseconds since 1970, unlike any other's: when it was stored
 * @param number its place in the chain, from 1; empty for the moment until the sequencer has seen it
 */
public record Kept(StatementId id, long order, String text, Optional<Long> number, boolean voided) {}
