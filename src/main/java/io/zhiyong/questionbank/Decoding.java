package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Text of bytes in the encodings that question files come in: UTF-8, UTF-16 with a mark, GB 18030 (so GBK and GB 2312). */
public final class Decoding {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Decoding() {}

    /** Strictly: bytes that are text in none of these are refused, never replaced by question marks. */
    public static String text(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, List.of(StandardCharsets.UTF_16));
        }
        var text = strict(bytes, List.of(StandardCharsets.UTF_8, GB18030));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String strict(byte[] bytes, List<Charset> charsets) {
        for (var charset : charsets) {
            var text = decode(bytes, charset).filter(decoded -> decoded.indexOf('\0') < 0);
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw Refusal.invalid("file", "questionbank.refusal.encoding");
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
