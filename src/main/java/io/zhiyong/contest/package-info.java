/**
 * Live knowledge contests (知识竞赛): one host, a big screen, and from a few to ten thousand contestants on their phones.
 *
 * <p>{@code Command} and {@code Event} are the whole protocol. A command applied to a {@code Contest} at a moment gives
 * the next contest and the events that say so; the events alone give the contest back. What contestants chose is kept
 * beside the log, one document for each, and enters it when a question is scored.
 */
package io.zhiyong.contest;
