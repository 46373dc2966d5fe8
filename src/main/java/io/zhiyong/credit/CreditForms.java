package io.zhiyong.credit;

import io.zhiyong.base.Refusal;

/** What the forms of the ledger say. */
final class CreditForms {
    private static final int LONGEST = 500;

    private CreditForms() {}

    /** A line is taken back. */
    record Reverse(String reason) {
        Reverse {
            reason = said("reason", reason);
        }
    }

    /** Somebody is not held to a requirement. */
    record Exempt(String pack, String requirement, int year, String basis) {
        Exempt {
            pack = said("pack", pack);
            requirement = said("requirement", requirement);
            basis = said("basis", basis);
        }
    }

    private static String said(String member, String value) {
        var text = Blank.refused(member, value).strip();
        if (text.length() > LONGEST) {
            throw Refusal.invalid(member, "credit.refusal.long", LONGEST);
        }
        return text;
    }
}
