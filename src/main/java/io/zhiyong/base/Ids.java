package io.zhiyong.base;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** How things are named: sortable fresh ids, and ids that follow from what they name. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private Ids() {}

    /** A fresh id: 48 bits of milliseconds, 80 of chance, 25 characters of base 36; later ones sort after earlier ones. */
    public static String fresh() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var millis = BigInteger.valueOf(System.currentTimeMillis()).shiftLeft(80);
        var chance = new BigInteger(1, bytes).and(BigInteger.ONE.shiftLeft(80).subtract(BigInteger.ONE));
        var digits = millis.or(chance).and(MASK).toString(36);
        return "0".repeat(25 - digits.length()) + digits;
    }

    /** A secret of 256 bits, as 43 characters of URL-safe base 64. */
    public static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The UUID that follows from a name (version 5, RFC 9562 section 5.5), so that telling the same thing twice names it alike. */
    public static UUID uuid5(UUID namespace, String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value itself when it can be an id (letters, digits, dot, dash, underscore; at most 64), else a refusal. */
    public static String check(String what, String value) {
        if (value == null || !FORM.matcher(value).matches()) {
            throw Refusal.invalid(what, "refusal.id", String.valueOf(value));
        }
        return value;
    }
}
