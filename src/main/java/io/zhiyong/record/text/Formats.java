package io.zhiyong.record.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms that xAPI prescribes for strings (1.0.3 Data 4.2–4.6, 2.4.2.3, 2.4.11). */
public final class Formats {
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");
    private static final Pattern MAILTO = Pattern.compile("mailto:[^@\\s:/]+@[^@\\s:/]+");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern SHA2 =
            Pattern.compile("(?:[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+*-]+(?:\\s*;.*)?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,50}))?(?:([Zz])|([+-])(\\d{2})(?::?(\\d{2}))?)?");
    private static final Pattern DURATION = Pattern.compile(
            "P(?:\\d+W|(?=\\d|T\\d)(?:\\d+(?:\\.\\d+)?Y)?(?:\\d+(?:\\.\\d+)?M)?"
                    + "(?:\\d+(?:\\.\\d+)?D)?(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?H)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?S)?)?)");
    /** Subtag lengths and their order after RFC 5646 section 2.1. */
    private static final Pattern LANGUAGE = Pattern.compile("(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
            + "(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\\d[A-Za-z0-9]{3}))*"
            + "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
            + "|[xX](?:-[A-Za-z0-9]{1,8})+|[iI](?:-[A-Za-z0-9]{2,8})+)");

    private Formats() {}

    /** With a scheme; best effort, as the standard allows (Data 2.2). */
    public static boolean iri(String text) {
        return IRI.matcher(text).matches();
    }

    public static boolean mailto(String text) {
        return MAILTO.matcher(text).matches();
    }

    public static boolean sha1(String text) {
        return SHA1.matcher(text).matches();
    }

    /** 224, 256, 384 or 512 bits in hexadecimal. */
    public static boolean sha2(String text) {
        return SHA2.matcher(text).matches();
    }

    public static boolean uuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    public static boolean mediaType(String text) {
        return MEDIA_TYPE.matcher(text).matches();
    }

    public static boolean duration(String text) {
        return DURATION.matcher(text).matches();
    }

    public static boolean language(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    public static boolean timestamp(String text) {
        return instant(text).isPresent();
    }

    public static Optional<UUID> asUuid(String text) {
        return uuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** To the nanosecond; without an offset it is UTC; an offset of minus nought is refused (Data 4.5). */
    public static Optional<Instant> instant(String text) {
        var m = TIME.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.parse(m.group(1) + "T" + m.group(2));
            var fraction = m.group(3) == null ? 0 : Integer.parseInt((m.group(3) + "000000000").substring(0, 9));
            return offset(m.group(5), m.group(6), m.group(7))
                    .map(zone -> local.toInstant(zone).plusNanos(fraction));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same moment in UTC, every digit of the fraction kept. */
    public static String inUtc(String timestamp) {
        var m = TIME.matcher(timestamp);
        var at = instant(timestamp).orElseThrow(() -> new IllegalArgumentException(timestamp));
        if (!m.matches()) {
            throw new IllegalArgumentException(timestamp);
        }
        var whole =
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString().replace("Z", "");
        return whole + (m.group(3) == null ? "" : "." + m.group(3)) + "Z";
    }

    private static Optional<ZoneOffset> offset(String sign, String hours, String minutes) {
        if (sign == null) {
            return Optional.of(ZoneOffset.UTC);
        }
        var total = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        if (total == 0 && sign.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds((sign.equals("-") ? -total : total) * 60));
    }

    /** Microseconds since 1970, rounded down; of any year that is written with four digits. */
    public static long micros(Instant at) {
        // ChronoUnit.MICROS goes by nanoseconds on Java 17, and those end in the year 2262.
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }
}
