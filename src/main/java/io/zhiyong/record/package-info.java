/**
 * The learning record store: statements (xAPI) that every feature tells what happened by, in one order, in a tree of hashes, so
 * that they can be shown to be untouched. {@link io.zhiyong.record.RecordModule} is the door.
 */
package io.zhiyong.record;
