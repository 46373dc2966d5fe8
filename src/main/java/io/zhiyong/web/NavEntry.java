package io.zhiyong.web;

/**
 * One place in the main navigation.
 *
 * @param path where it leads; also marks it current for every page below it
 * @param label a message key
 * @param access who sees it
 * @param order smaller comes first
 */
public record NavEntry(String path, String label, Access access, int order) {}
