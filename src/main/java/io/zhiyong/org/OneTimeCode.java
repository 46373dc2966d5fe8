package io.zhiyong.org;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/**
 * What an administrator hands to somebody so that he can choose his first, or a new, password: 16 characters of an alphabet without
 * look-alikes, 79 bits of chance. So much chance needs no slow hash, and twenty thousand of them can be made at once.
 */
final class OneTimeCode {
    static final Duration LIFE = Duration.ofDays(30);

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    /** In groups of four, as {@code abcd-efgh-jkmn-pqrs}. */
    static String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The bare characters of what was typed, however it was grouped. */
    static String plain(String typed) {
        return typed == null ? "" : typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
