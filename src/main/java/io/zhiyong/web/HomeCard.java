package io.zhiyong.web;

import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Something that a feature has to say to one visitor on the home page, which knows no feature. */
public sealed interface HomeCard {
    /**
     * Asked of him by a day.
     *
     * @param kind a message key: what it is
     */
    record Due(Text title, String href, String kind, LocalDate day) implements HomeCard {}

    /**
     * How far he is with something that is asked for by the year.
     *
     * @param by what asks for it
     * @param main whether it is the one to show large
     */
    record Measure(Text title, Text by, BigDecimal has, BigDecimal needed, boolean met, boolean main)
            implements HomeCard {
        /** In whole per cent, at most 100. */
        public int share() {
            return needed.signum() <= 0
                    ? 100
                    : has.multiply(BigDecimal.valueOf(100))
                            .divide(needed, 0, java.math.RoundingMode.DOWN)
                            .min(BigDecimal.valueOf(100))
                            .intValue();
        }

        /** What is still to come; none once it is met. */
        public BigDecimal missing() {
            return met ? BigDecimal.ZERO : needed.subtract(has).max(BigDecimal.ZERO);
        }
    }

    /**
     * Something that is on now.
     *
     * @param badge a message key: what kind of thing
     * @param line a message key, with its arguments: what to know of it
     * @param action a message key: what its button says
     * @param order smaller comes first
     */
    record Now(String badge, Text title, String line, List<Object> arguments, String href, String action, int order)
            implements HomeCard {
        public Now {
            arguments = List.copyOf(arguments);
        }

        /** For templates, which name arguments one by one. */
        public Object argument0() {
            return arguments.isEmpty() ? "" : arguments.get(0);
        }

        public Object argument1() {
            return arguments.size() < 2 ? "" : arguments.get(1);
        }
    }
}
