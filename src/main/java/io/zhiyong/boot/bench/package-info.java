/**
 * Measures the product as its users meet it: open-loop load, so that a slow answer does not slow the asking (no coordinated
 * omission), and beside it the bare stack in the same run.
 */
package io.zhiyong.boot.bench;
