/**
 * The demonstration organization: a made-up bureau with a year behind it. It comes in through the ordinary doors, so that what it
 * shows is what the product does.
 */
package io.zhiyong.boot.demo;
