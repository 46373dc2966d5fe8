package io.zhiyong.credit;

import io.zhiyong.base.Refusal;

/** Refuses a member that must say something and does not. */
final class Blank {
    private Blank() {}

    static String refused(String member, String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(member, "refusal.blank");
        }
        return value;
    }
}
