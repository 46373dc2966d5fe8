package io.zhiyong.record;

/**
 * A statement in its place.
 *
 * @param number consecutive over the whole organization, from 1
 */
public record SequencedStatement(long number, Statement statement) {}
