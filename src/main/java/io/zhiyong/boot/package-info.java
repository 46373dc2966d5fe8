/** The command line and the wiring, by hand, in one place. */
package io.zhiyong.boot;
