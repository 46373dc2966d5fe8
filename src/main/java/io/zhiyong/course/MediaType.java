package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The files a lesson can be made of, told by their first bytes; what the sender says of them is not believed. */
enum MediaType {
    PDF("application/pdf", 32L << 20),
    MP4("video/mp4", 64L << 20),
    VTT("text/vtt; charset=utf-8", 1L << 20);

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String contentType;
    private final long most;

    MediaType(String contentType, long most) {
        this.contentType = contentType;
        this.most = most;
    }

    String contentType() {
        return contentType;
    }

    /** What a file is; a refusal when it is none of these, or larger than its kind may be. */
    static MediaType of(String field, byte[] content, MediaType... wanted) {
        var type = Arrays.stream(wanted)
                .filter(each -> each.isThis(content))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "course.refusal.media", Arrays.toString(wanted)));
        if (content.length > type.most) {
            throw Refusal.tooLarge("course.refusal.mediaLarge", type.name(), type.most >> 20);
        }
        return type;
    }

    private boolean isThis(byte[] content) {
        return switch (this) {
            case PDF -> startsWith(content, 0, "%PDF-");
            case MP4 -> startsWith(content, 4, "ftyp");
            case VTT -> startsWith(content, 0, "WEBVTT") || hasMark(content) && startsWith(content, 3, "WEBVTT");
        };
    }

    private static boolean hasMark(byte[] content) {
        return content.length > 3 && Arrays.equals(content, 0, 3, MARK, 0, 3);
    }

    private static boolean startsWith(byte[] content, int at, String text) {
        var sign = text.getBytes(StandardCharsets.US_ASCII);
        return content.length >= at + sign.length && Arrays.equals(content, at, at + sign.length, sign, 0, sign.length);
    }
}
