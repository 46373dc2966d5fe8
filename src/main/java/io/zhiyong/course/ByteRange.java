package io.zhiyong.course;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file that is asked for (RFC 9110 section 14): one range of bytes. Several ranges in one request are answered
 * with the whole, which the section allows.
 *
 * @param from first byte, from 0
 * @param to last byte, included
 */
record ByteRange(long from, long to) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** What a request's header comes to. */
    enum Kind {
        WHOLE,
        PART,
        UNSATISFIABLE
    }

    /**
     * @param part empty but for {@link Kind#PART}
     */
    record Asked(Kind kind, Optional<ByteRange> part) {
        private static final Asked WHOLE = new Asked(Kind.WHOLE, Optional.empty());
        private static final Asked UNSATISFIABLE = new Asked(Kind.UNSATISFIABLE, Optional.empty());
    }

    long length() {
        return to - from + 1;
    }

    /**
     * What is asked of a file.
     *
     * @param header the Range header; null or what cannot be read means the whole file
     * @param ifRange the If-Range header; null when there is none. A validator that is not this file's means the whole file
     */
    static Asked of(String header, String ifRange, String etag, long size) {
        if (header == null || ifRange != null && !ifRange.equals(etag)) {
            return Asked.WHOLE;
        }
        var match = ONE.matcher(header);
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Asked.WHOLE;
        }
        return match.group(1).isEmpty()
                ? last(Long.parseLong(match.group(2)), size)
                : from(Long.parseLong(match.group(1)), match.group(2), size);
    }

    private static Asked last(long count, long size) {
        return count == 0 || size == 0 ? Asked.UNSATISFIABLE : part(Math.max(0, size - count), size - 1);
    }

    private static Asked from(long first, String last, long size) {
        if (!last.isEmpty() && Long.parseLong(last) < first) {
            return Asked.WHOLE;
        }
        if (first >= size) {
            return Asked.UNSATISFIABLE;
        }
        return part(first, last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last)));
    }

    private static Asked part(long from, long to) {
        return new Asked(Kind.PART, Optional.of(new ByteRange(from, to)));
    }
}
