package io.zhiyong.record.text;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"b":1,"a":[true,null]}         | {"a":[true,null],"b":1}
            1.50                            | 15e-1
            100                             | 1e2
            1e2                             | 1e2
            -0.0                            | 0
            123456789012345678901234567890  | 12345678901234567890123456789e1
            "\\u00e9\\/\\u000a\\u0001"      | "é/\\n\\u0001"
            {"é":1,"z":2,"\\ud83d\\ude00":3} | {"z":2,"é":1,"😀":3}
            """)
    void canonicalFormsByExample(String text, String canonical) {
        assertThat(Canonical.text(Tree.read(text))).isEqualTo(canonical);
    }

    @Test
    void orderOfMembersAndWritingOfNumbersDoNotChangeTheCanonicalForm() {
        forAll(random -> value(random, 4), value -> {
            var canonical = Canonical.text(value);
            assertThat(Canonical.text(shuffled(value, new Random(canonical.hashCode()))))
                    .isEqualTo(canonical);
            assertThat(Canonical.text(Tree.read(Tree.write(value)))).isEqualTo(canonical);
            assertThat(Canonical.text(Tree.read(canonical))).isEqualTo(canonical);
        });
    }

    @Test
    void theTreeKeepsOrderAndDigits() {
        var text = "{\"z\":1.50,\"a\":0.000,\"m\":12345678901234567890.00001,\"e\":\"\"}";
        assertThat(Tree.write(Tree.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1e99999999999999}",
                "[1e2147483647]",
                "{'a':1}",
                "NaN",
                "[1,]"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> Tree.read(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void seventyLevelsAreTooDeep() {
        assertThatThrownBy(() -> Tree.read("[".repeat(70) + "]".repeat(70))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatTheServerSetsAndDefinitionsDoNotCountInComparison() {
        var one = statement(
                "\"verb\":{\"id\":\"v:1\",\"display\":{\"en\":\"x\"}},\"stored\":\"2026-01-01T00:00:00Z\"",
                "[{\"mbox\":\"mailto:a@b.c\",\"name\":\"A\"},{\"mbox\":\"mailto:d@b.c\"}]",
                "PT1.239S");
        var same = statement(
                "\"verb\":{\"id\":\"v:1\"},\"version\":\"1.0.3\"",
                "[{\"mbox\":\"mailto:d@b.c\"},{\"mbox\":\"mailto:a@b.c\",\"objectType\":\"Agent\"}]",
                "PT1.23S");
        var other = statement(
                "\"verb\":{\"id\":\"v:2\"}", "[{\"mbox\":\"mailto:d@b.c\"},{\"mbox\":\"mailto:a@b.c\"}]", "PT1.23S");
        assertThat(Comparison.hash(same)).isEqualTo(Comparison.hash(one)).isNotEqualTo(Comparison.hash(other));
    }

    private static ObjectNode statement(String some, String members, String duration) {
        return (ObjectNode) Tree.read("{" + some + ",\"actor\":{\"objectType\":\"Group\",\"member\":" + members
                + "},\"object\":{\"id\":\"o:1\"},\"result\":{\"duration\":\"" + duration
                + "\",\"score\":{\"raw\":1.0}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T12:17:00.123400+08:00, 2026-11-18T04:17:00.123400Z",
        "2026-11-18T12:17:00Z, 2026-11-18T12:17:00Z",
        "2026-11-18t12:17:00.5, 2026-11-18T12:17:00.5Z"
    })
    void timesInUtcKeepTheirPrecision(String text, String utc) {
        assertThat(Formats.inUtc(text)).isEqualTo(utc);
        assertThat(Formats.instant(utc)).isEqualTo(Formats.instant(text));
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Tree.read(random.nextBoolean() ? "null" : "true");
            case 1 -> Tree.object().numberNode(new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(30)));
            case 2 -> Tree.object().numberNode(random.nextInt(200) - 100);
            case 3 -> Tree.object().textNode(text(random));
            case 4 -> {
                var array = Tree.object().arrayNode();
                for (var i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
            default -> {
                var object = Tree.object();
                for (var i = random.nextInt(5); i > 0; i--) {
                    object.set(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        var letters = "ab\"\\/\n\u0001é学 😀";
        var text = new StringBuilder();
        for (var i = random.nextInt(5); i > 0; i--) {
            text.appendCodePoint(letters.codePointAt(
                    letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
        }
        return text.toString();
    }

    private static JsonNode shuffled(JsonNode value, Random random) {
        if (value instanceof ArrayNode array) {
            var copy = array.arrayNode();
            array.forEach(item -> copy.add(shuffled(item, random)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            var copy = Tree.object();
            names.forEach(name -> copy.set(name, shuffled(object.get(name), random)));
            return copy;
        }
        return value.isNumber() ? Tree.read(value.decimalValue() + (value.isBigDecimal() ? "" : ".00")) : value;
    }
}
