package io.zhiyong.record.chain;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What the whole tree is at some size, signed: whoever keeps one can later tell whether anything before it was changed.
 *
 * @param size how many statements it covers
 * @param root 32 bytes
 * @param key names the key: the first 16 hexadecimal digits of the SHA-256 of its public half
 * @param signature Ed25519 over {@link #text}
 */
public record TreeHead(String home, long size, byte[] root, Instant at, String key, byte[] signature) {
    /** What is signed: six lines, each ended by a line feed. */
    public static String text(String home, long size, byte[] root, Instant at, String key) {
        return "zhiyong tree head 1\n%s\n%d\n%s\n%s\n%s\n"
                .formatted(home, size, HexFormat.of().formatHex(root), at, key);
    }

    public String text() {
        return text(home, size, root, at, key);
    }
}
