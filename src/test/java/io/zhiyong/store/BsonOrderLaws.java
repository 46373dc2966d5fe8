package io.zhiyong.store;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

/** The order is total: a tree of keys that broke this would lose them. */
class BsonOrderLaws {
    private static final BsonOrder ORDER = BsonOrder.INSTANCE;

    private static Object value(Random random, int depth) {
        var n = random.nextInt(5) - 2;
        return switch (random.nextInt(depth > 0 ? 20 : 17)) {
            case 0 -> null;
            case 1 -> depth == 2 ? Missing.getInstance() : null;
            case 2 -> (long) n;
            case 3 -> n + 0.5;
            case 4 ->
                List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0)
                        .get(n + 2);
            case 5 -> Long.MAX_VALUE - (n + 2);
            case 6 -> (double) (1L << 53) + n;
            case 7 -> (1L << 53) + n;
            case 8 -> new Decimal128(new BigDecimal("1.5").multiply(BigDecimal.valueOf(n)));
            case 9 -> List.of("", "a", "B", "学", "𠮷").get(n + 2);
            case 10 -> n > 0;
            case 11 -> Instant.ofEpochMilli(n);
            case 12 -> new ObjectId();
            case 13 -> new BinData(new byte[] {(byte) n});
            case 14 -> new UUID(n, n);
            case 15 -> List.of(MinKey.getInstance(), MaxKey.getInstance()).get(random.nextInt(2));
            case 16 ->
                List.of(new BsonTimestamp(n + 5L), new BsonRegularExpression("r" + n, ""))
                        .get(random.nextInt(2));
            case 17 -> new Document("k" + n, value(random, depth - 1)).append("l", n);
            case 18 -> Arrays.asList(value(random, depth - 1), value(random, depth - 1));
            default -> n;
        };
    }

    private static List<Object> values(Random random) {
        return new ArrayList<>(
                IntStream.range(0, 12).mapToObj(i -> value(random, 2)).toList());
    }

    @Test
    void bothWaysRoundItIsTheSame() {
        forAll(BsonOrderLaws::values, all -> {
            for (var a : all) {
                assertThat(ORDER.compare(a, a)).isZero();
                for (var b : all) {
                    assertThat(sign(a, b)).as("%s and %s", a, b).isEqualTo(-sign(b, a));
                }
            }
        });
    }

    @Test
    void whatIsLessThanLessIsLess() {
        forAll(BsonOrderLaws::values, all -> {
            for (var a : all) {
                for (var b : all) {
                    for (var c : all) {
                        if (sign(a, b) <= 0 && sign(b, c) <= 0) {
                            assertThat(sign(a, c)).as("%s, %s, %s", a, b, c).isLessThanOrEqualTo(0);
                            assertThat(sign(a, b) == 0 && sign(b, c) == 0).isEqualTo(sign(a, c) == 0);
                        }
                    }
                }
            }
        });
    }

    private static int sign(Object a, Object b) {
        return Integer.signum(ORDER.compare(a, b));
    }

    @Test
    void storedKeyIsTheSameKey() {
        forAll(random -> new KeyValue(values(random).subList(0, 1 + random.nextInt(4))), key -> {
            var type = new BsonTypes.KeyType("+-+-");
            var buffer = new WriteBuffer();
            type.write(buffer, key);
            var read = type.read(buffer.getBuffer().flip());
            assertThat(type.compare(key, read)).isZero();
        });
    }

    @Test
    void numbersCompareByTheirValueWhateverTheirType() {
        var ascending = List.<Number>of(
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Long.MIN_VALUE,
                -1.5,
                new Decimal128(new BigDecimal("-0.1")),
                0,
                new Decimal128(new BigDecimal("0.1")),
                1L << 53,
                (1L << 53) + 1,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE,
                1e300,
                Double.POSITIVE_INFINITY);
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(ORDER.compare(ascending.get(i - 1), ascending.get(i)))
                    .as("%s", ascending.get(i))
                    .isNegative();
        }
        Stream.of(1L, 1.0, Decimal128.ONE)
                .forEach(one -> assertThat(ORDER.compare(1, one)).isZero());
        assertThat(ORDER.compare(0.0, -0.0)).isZero();
    }
}
