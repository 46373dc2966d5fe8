/** What every feature shares and nothing can do without: ids, refusals, paging. No input or output. */
package io.zhiyong.base;
