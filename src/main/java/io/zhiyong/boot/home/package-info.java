/** The home page: what is due, how far one is, what is on. It knows features only by the cards they give. */
package io.zhiyong.boot.home;
