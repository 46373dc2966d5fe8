package io.zhiyong.record.rules;

import io.zhiyong.record.text.Formats;
import java.math.BigDecimal;

/** The result of a statement and its score (xAPI 1.0.3 Data 2.4.5). */
final class ResultRules {
    private ResultRules() {}

    static void result(Spot spot) {
        if (spot.isObject("score", "success", "completion", "response", "duration", "extensions")) {
            spot.may("score", ResultRules::score);
            spot.may("success", Spot::isBoolean);
            spot.may("completion", Spot::isBoolean);
            spot.may("response", Spot::isText);
            spot.may("duration", duration -> duration.form(Formats::duration, "record.rule.duration"));
            spot.may("extensions", Spot::isExtensions);
        }
    }

    private static void score(Spot spot) {
        if (!spot.isObject("scaled", "raw", "min", "max")) {
            return;
        }
        spot.members(Spot::isNumber);
        spot.may("scaled", scaled -> within(scaled, BigDecimal.ONE.negate(), BigDecimal.ONE));
        var low = spot.node().path("min").isNumber() ? spot.node().get("min").decimalValue() : null;
        var high = spot.node().path("max").isNumber() ? spot.node().get("max").decimalValue() : null;
        if (low != null && high != null && low.compareTo(high) >= 0) {
            spot.wrong("record.rule.minBelowMax", low, high);
        }
        spot.may("raw", raw -> within(raw, low, high));
    }

    private static void within(Spot spot, BigDecimal low, BigDecimal high) {
        if (!spot.node().isNumber()) {
            return;
        }
        var value = spot.node().decimalValue();
        if ((low != null && value.compareTo(low) < 0) || (high != null && value.compareTo(high) > 0)) {
            spot.wrong("record.rule.within", value, low == null ? "" : low, high == null ? "" : high);
        }
    }
}
