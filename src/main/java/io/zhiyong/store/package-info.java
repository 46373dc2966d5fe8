/**
 * MongoDB, reached through the official driver, or the embedded server in this process: the same calls, the same promises.
 * Features speak to it only from classes named {@code …Store}.
 */
package io.zhiyong.store;
