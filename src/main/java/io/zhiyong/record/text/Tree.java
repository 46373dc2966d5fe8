package io.zhiyong.record.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.zhiyong.base.Refusal;
import java.math.BigDecimal;

/**
 * JSON as a tree that loses nothing: members keep their order, numbers their digits ({@code 1.50} stays {@code 1.50}, only
 * the sign of nought goes), a member named twice is refused, and so is anything after the end.
 */
public final class Tree {
    private static final int LARGEST_EXPONENT = 1000;
    private static final JsonNodeFactory NODES = new ExactNodes();
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(NODES)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxStringLength(8 << 20)
                        .maxNumberLength(500)
                        .build());
    }

    private Tree() {}

    /** A refusal that names line and column when the text is no JSON; at most 64 levels deep. */
    public static JsonNode read(String text) {
        try {
            var tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw Refusal.invalid("", "record.rule.json", "", 0, 0);
            }
            return tree;
        } catch (NumberFormatException e) {
            throw Refusal.invalid("", "record.rule.json", String.valueOf(e.getMessage()), 0, 0);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Refusal.invalid(
                    "",
                    "record.rule.json",
                    String.valueOf(e.getOriginalMessage()),
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr());
        }
    }

    /** The same tree as text, without white space between tokens. */
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** Keeps every digit, and refuses what would take a lifetime to write out. */
    private static final class ExactNodes extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        ExactNodes() {
            super(true);
        }

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (number != null && Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw new NumberFormatException("10^" + -(long) number.scale());
            }
            return super.numberNode(number);
        }
    }
}
