package io.zhiyong.web;

import io.vertx.core.buffer.Buffer;

/** A file that came with a form. Its name and type are what the sender claims. */
public record Upload(String fileName, String contentType, Buffer content) {}
