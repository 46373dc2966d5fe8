package io.zhiyong.exam;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Blueprint.Difficulties;
import io.zhiyong.questionbank.Blueprint.Row;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.QuestionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An exam as an organizer sets it, in a form or as JSON.
 *
 * @param rows those without a count are left out
 */
record ExamInput(
        String title, String titleEn, String notes, String unit, String category, When when, List<RowInput> rows) {
    ExamInput {
        if (title == null || title.isBlank()) {
            throw Refusal.invalid("title", "refusal.missing");
        }
        if (unit == null || unit.isBlank()) {
            throw Refusal.invalid("unit", "refusal.missing");
        }
        if (when == null) {
            throw Refusal.invalid("when", "refusal.missing");
        }
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /**
     * Its terms.
     *
     * @param opens an instant (2026-06-01T01:00:00Z) or a time by the organization's clock (2026-06-01T09:00)
     */
    record When(
            String opens,
            String closes,
            Integer minutes,
            Integer attempts,
            Integer passPercent,
            Marking.Rule rule,
            Terms.Release release) {
        Terms terms(ZoneId zone) {
            return new Terms(
                    instant("when.opens", opens, zone),
                    instant("when.closes", closes, zone),
                    Duration.ofMinutes(given("when.minutes", minutes)),
                    given("when.attempts", attempts),
                    given("when.passPercent", passPercent),
                    given("when.rule", rule),
                    given("when.release", release));
        }

        private static <T> T given(String field, T value) {
            if (value == null) {
                throw Refusal.invalid(field, "refusal.missing");
            }
            return value;
        }

        private static Instant instant(String field, String text, ZoneId zone) {
            try {
                var value = given(field, text).strip();
                return value.endsWith("Z")
                        ? Instant.parse(value)
                        : LocalDateTime.parse(value).atZone(zone).toInstant();
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(field, "exam.refusal.time", text);
            }
        }
    }

    /**
     * A row of the blueprint.
     *
     * @param points knowledge points, parted by commas or 、; empty: any
     * @param each points for each question
     */
    record RowInput(
            String subject,
            String points,
            QuestionType type,
            Integer from,
            Integer to,
            Integer count,
            BigDecimal each) {
        Row row() {
            var wanted = Arrays.stream((points == null ? "" : points).split("[,，、;；]"))
                    .map(String::strip)
                    .filter(point -> !point.isEmpty())
                    .collect(Collectors.toSet());
            return new Row(
                    Optional.ofNullable(subject),
                    wanted,
                    Optional.ofNullable(type),
                    new Difficulties(
                            from == null ? Difficulties.ANY.from() : from, to == null ? Difficulties.ANY.to() : to),
                    count,
                    each == null ? Points.of(1) : Points.of(each));
        }
    }

    Exam.About about() {
        return new Exam.About(Text.of(title, titleEn), notes, new UnitId(unit), category);
    }

    Terms terms(ZoneId zone) {
        return when.terms(zone);
    }

    Blueprint blueprint() {
        return new Blueprint(rows.stream()
                .filter(row -> row.count() != null && row.count() != 0)
                .map(RowInput::row)
                .toList());
    }
}
