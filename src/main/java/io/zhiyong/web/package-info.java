/**
 * HTTP: route tables whose answers are pages with a JSON twin, sessions at the door, one shape for errors, templates,
 * messages, assets. Knows nothing of what the product is about.
 */
package io.zhiyong.web;
