package io.zhiyong.credit;

/**
 * What credit counts as.
 *
 * @param category such as {@code online} or a subject domain; may be empty
 * @param form the study form it was earned in; may be empty
 */
public record Kind(String category, String form) {}
