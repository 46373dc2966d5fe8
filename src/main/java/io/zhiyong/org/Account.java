package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person signs in with. Typed by hand on phones: case does not matter, spaces around it neither. */
final class Account {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private Account() {}

    static String plain(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    static String check(String where, String typed) {
        var plain = plain(typed);
        if (!FORM.matcher(plain).matches()) {
            throw Refusal.invalid(where, "org.refusal.account", 2, 64);
        }
        return plain;
    }
}
