package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords are taken: by length, not by composition, and none of those that are tried first (NIST SP 800-63B section
 * 5.1.1.2; OWASP ASVS 5 chapter V6.2). Asking for digits and signs makes passwords worse, so it is not asked.
 */
final class PasswordPolicy {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    /** Of at least {@link #SHORTEST} characters, out of the lists of leaked passwords and of what keyboards suggest. */
    private static final Set<String> COMMONEST = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "0123456789",
            "987654321",
            "87654321",
            "11111111",
            "111111111",
            "00000000",
            "88888888",
            "66666666",
            "12341234",
            "11223344",
            "123123123",
            "12344321",
            "31415926",
            "5201314520",
            "1234qwer",
            "qwer1234",
            "qwertyui",
            "qwertyuiop",
            "1qaz2wsx",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "q1w2e3r4",
            "qazwsxedc",
            "zaq12wsx",
            "asdfghjk",
            "asdfghjkl",
            "abcd1234",
            "abc12345",
            "abc123456",
            "a1234567",
            "a12345678",
            "a123456789",
            "aa123456",
            "aaa123456",
            "123456aa",
            "123456abc",
            "1234abcd",
            "password",
            "password1",
            "password123",
            "passw0rd",
            "p@ssw0rd",
            "p@ssword",
            "iloveyou",
            "iloveyou1",
            "woaini123",
            "woaini520",
            "woaini1314",
            "woaini521",
            "5201314a",
            "admin123",
            "admin1234",
            "admin888",
            "administrator",
            "root1234",
            "welcome1",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "superman",
            "michael1",
            "trustno1",
            "letmein1",
            "changeme",
            "computer",
            "internet",
            "88888888a",
            "zhongguo",
            "china123",
            "beijing2008",
            "gongwuyuan",
            "zhengfu123",
            "dangyuan",
            "zhiyong123",
            "xuexi123",
            "xuexiqiangguo");

    private PasswordPolicy() {}

    /** What is hashed: one form of what may be typed in several (NFKC), so that another keyboard does not lock its owner out. */
    static String plain(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Refuses a password that is too short, too long, among the commonest, or the account's own name. */
    static void check(String where, String typed, String account) {
        var password = plain(typed);
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.invalid(where, "org.refusal.passwordLength", SHORTEST, LONGEST);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (COMMONEST.contains(lower) || lower.chars().distinct().count() <= 2) {
            throw Refusal.invalid(where, "org.refusal.passwordCommon");
        }
        if (isAccount(lower, account)) {
            throw Refusal.invalid(where, "org.refusal.passwordAccount");
        }
    }

    /** The account's name, also doubled, reversed or with figures behind it. */
    private static boolean isAccount(String lower, String account) {
        if (account.isEmpty()) {
            return false;
        }
        var reversed = new StringBuilder(account).reverse().toString();
        return lower.equals(reversed)
                || lower.replace(account, "").isEmpty()
                || lower.startsWith(account)
                        && lower.substring(account.length()).matches("[0-9]{1,6}");
    }
}
