package io.zhiyong.credit;

import io.zhiyong.base.Ids;

/** The most that some credit counts for in a year; what is earned beyond stays in the ledger and does not count. */
public record Cap(String id, Selection of, Figure hours) {
    public Cap {
        Ids.check("cap", id);
        of = of == null ? Selection.ALL : of;
    }
}
