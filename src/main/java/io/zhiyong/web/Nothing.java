package io.zhiyong.web;

/** The input of a request whose address says all. */
public record Nothing() {}
