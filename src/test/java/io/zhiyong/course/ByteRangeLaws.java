package io.zhiyong.course;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteRangeLaws {
    private record Asking(String header, long size) {}

    @Test
    void aPartLiesWithinTheFile() {
        forAll(
                random -> {
                    var from = random.nextInt(4) == 0 ? "" : String.valueOf(random.nextInt(300));
                    var to = random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(300));
                    return new Asking("bytes=" + from + "-" + to, random.nextInt(200));
                },
                asking -> ByteRange.of(asking.header(), null, "\"e\"", asking.size())
                        .part()
                        .ifPresent(part -> {
                            assertThat(part.from()).isBetween(0L, part.to());
                            assertThat(part.to()).isLessThan(asking.size());
                            assertThat(part.length()).isPositive();
                        }));
    }

    @Test
    void whatCannotBeReadMeansTheWhole() {
        for (var header :
                List.of("", "bytes", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=9-3", "bytes=--1")) {
            assertThat(ByteRange.of(header, null, "\"e\"", 100).kind())
                    .as(header)
                    .isEqualTo(ByteRange.Kind.WHOLE);
        }
        assertThat(ByteRange.of(null, null, "\"e\"", 100).kind()).isEqualTo(ByteRange.Kind.WHOLE);
    }

    @Test
    void nothingOfNothingIsToBeHad() {
        for (var header : List.of("bytes=0-", "bytes=-1", "bytes=0-0")) {
            assertThat(ByteRange.of(header, null, "\"e\"", 0).kind()).isEqualTo(ByteRange.Kind.UNSATISFIABLE);
        }
        assertThat(ByteRange.of("bytes=-0", null, "\"e\"", 10).kind()).isEqualTo(ByteRange.Kind.UNSATISFIABLE);
    }
}
