package io.zhiyong.record.chain;

/**
 * A complete subtree: the leaves {@code index << height} up to, not with, {@code (index + 1) << height}. Its hash never changes
 * once it is complete.
 */
public record Node(int height, long index) {}
