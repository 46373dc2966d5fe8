package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the forms of appraisals say. */
final class AppraisalForms {
    private static final int LONGEST = 2_000;

    private AppraisalForms() {}

    /**
     * An appraisal is made.
     *
     * @param rows one for each indicator; those without a name are left out
     */
    record Open(String unit, int year, String title, List<Row> rows) {
        Open {
            title = said("title", title);
            rows = rows == null ? List.of() : List.copyOf(rows);
        }

        UnitId unitId() {
            return new UnitId(unit);
        }

        Scheme scheme() {
            var indicators = new ArrayList<Indicator>();
            for (var row : rows) {
                if (row.name() != null && !row.name().isBlank()) {
                    indicators.add(row.indicator(indicators.size() + 1));
                }
            }
            return new Scheme(Text.of(title), indicators, Grading.shipped());
        }
    }

    /**
     * One indicator.
     *
     * @param formula PROPORTION, REACHED or BANDS
     * @param target a figure for the first two; for the last the bands: {@code 60:0.5, 80:0.8, 90:1}
     */
    record Row(
            String name,
            String dimension,
            Optional<BigDecimal> weight,
            String source,
            String of,
            String formula,
            String target) {
        Indicator indicator(int number) {
            var where = "rows[" + (number - 1) + "]";
            var dim = one(Dimension.values(), where + ".dimension", dimension);
            var from = RedLine.source(where + ".source", source);
            var yardstick = Indicator.Yardstick.of(from, of, formula(where));
            return new Indicator("i" + number, Text.of(name), dim, weight.orElse(null), yardstick);
        }

        private Formula formula(String where) {
            var kind = one(Formula.Kind.values(), where + ".formula", formula);
            return kind == Formula.Kind.BANDS
                    ? Formula.bands(Arrays.stream(target.split("[,，;；]"))
                            .map(band -> band(where, band))
                            .toList())
                    : new Formula(kind, decimal(where + ".target", target), List.of());
        }

        private static Formula.Band band(String where, String text) {
            var parts = text.split("[:：]", 2);
            if (parts.length != 2) {
                throw Refusal.invalid(where + ".target", "appraisal.refusal.bandForm", text.strip());
            }
            return new Formula.Band(decimal(where + ".target", parts[0]), decimal(where + ".target", parts[1]));
        }
    }

    /** An evaluation is typed in. */
    record Judge(String person, String indicator, BigDecimal value, String basis, String replaces) {
        Judge {
            basis = said("basis", basis);
        }

        Judgement judgement(String id, AppraisalRoom.Act act) {
            var entry =
                    new Evidence.OfEvaluation.Entry(id, value, basis, act.by().value(), act.at());
            return new Judgement(new PersonId(person), indicator, entry, replaces);
        }
    }

    /** People decide on a grade. */
    record SetGrade(String person, String grade, String reason) {
        SetGrade {
            reason = said("reason", reason);
        }

        Grade chosen() {
            return one(Grade.values(), "grade", grade);
        }
    }

    /** Results are made public. */
    record Publish(Optional<LocalDate> until) {
        LocalDate last() {
            return until.orElseThrow(() -> Refusal.invalid("until", "refusal.blank"));
        }
    }

    /** Somebody asks for a review of his own result. */
    record AskReview(String text) {
        AskReview {
            text = said("text", text);
        }
    }

    /** A review is decided. */
    record DecideReview(boolean changed, String reason) {
        DecideReview {
            reason = said("reason", reason);
        }
    }

    private static String said(String where, String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(where, "refusal.blank");
        }
        if (value.length() > LONGEST) {
            throw Refusal.invalid(where, "refusal.tooLong", LONGEST);
        }
        return value.strip();
    }

    private static <E extends Enum<E>> E one(E[] all, String where, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(where, "appraisal.refusal.choice", String.valueOf(name)));
    }

    private static BigDecimal decimal(String where, String text) {
        try {
            return new BigDecimal(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid(where, "appraisal.refusal.number", String.valueOf(text));
        }
    }
}
