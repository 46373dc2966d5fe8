package io.zhiyong.org;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The order in which people are listed, as text that any database sorts alike. GB 18030 keeps the order of GB 2312, whose 3,755
 * commonest characters stand by pinyin; so its bytes sort Chinese names as a Chinese reader expects, and a prefix of a name is
 * a prefix of its key.
 */
final class NameOrder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private NameOrder() {}

    /** The key of a name, or of the beginning of one: lower-case hexadecimal. */
    static String of(String name) {
        return HexFormat.of().formatHex(name.strip().toLowerCase(Locale.ROOT).getBytes(GB18030));
    }

    /** The key of a person: by name, then by id, never the same for two. */
    static String of(Person person) {
        return of(person.name()) + "." + person.id().value();
    }

    /** Sorts after every key that begins with this one. */
    static String beyond(String prefix) {
        return prefix + "~";
    }
}
