package io.zhiyong.org;

import io.zhiyong.base.Text;

/** A kind of work (岗位) that people do in units, and that study is matched to. */
public record Post(PostId id, Text name) {}
