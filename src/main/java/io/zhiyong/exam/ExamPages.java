package io.zhiyong.exam;

import io.zhiyong.base.Text;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.QuestionType;
import io.zhiyong.questionbank.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pages of exams show; nothing here knows a key. */
final class ExamPages {
    private static final int FORM_ROWS = 8;
    private static final List<QuestionType> TYPES = List.of(QuestionType.values());
    private static final int PERCENT = 100;

    private ExamPages() {}

    /** An exam in a list, as one person sees it. */
    record Item(
            ExamId id,
            Text title,
            Exam.Phase phase,
            TermsView terms,
            int questions,
            Optional<AttemptId> open,
            Optional<AttemptView> best) {
        static Item of(Exam exam, List<Attempt> mine, Instant now) {
            return new Item(
                    exam.id(),
                    exam.about().title(),
                    exam.phase(now),
                    TermsView.of(exam),
                    exam.blueprint().count(),
                    mine.stream().filter(Attempt::isOpen).map(Attempt::id).findFirst(),
                    Sitting.counting(mine).map(AttemptView::of));
        }

        public boolean passed() {
            return best.map(AttemptView::passed).orElse(false);
        }
    }

    /** Under what terms, as candidates need to know them. */
    record TermsView(
            Instant opens, Instant closes, long minutes, int attempts, int passPercent, Points full, String release) {
        static TermsView of(Exam exam) {
            var terms = exam.terms();
            return new TermsView(
                    terms.opens(),
                    terms.closes(),
                    terms.duration().toMinutes(),
                    terms.attempts(),
                    terms.passPercent(),
                    exam.full(),
                    terms.release().name());
        }
    }

    /** An attempt in a list. */
    record AttemptView(
            AttemptId id,
            int number,
            Instant started,
            boolean open,
            Optional<Instant> handed,
            Points score,
            boolean passed) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.id(),
                    attempt.sitter().number(),
                    attempt.span().started(),
                    attempt.isOpen(),
                    attempt.handed().map(Attempt.Handed::at),
                    attempt.handed().map(handed -> handed.outcome().score()).orElse(Points.ZERO),
                    attempt.handed().map(handed -> handed.outcome().passed()).orElse(false));
        }
    }

    /**
     * The list of exams.
     *
     * @param due open ones not passed yet, the first to close first
     * @param drafts for organizers only
     */
    record ListView(List<Item> due, List<Item> coming, List<Item> past, List<Draft> drafts, boolean organizer) {}

    /** An exam in the hands of its organizer. */
    record Draft(ExamId id, Text title, Exam.State state, Text unit) {}

    /** One section of a paper: one row of the blueprint. */
    record Section(String subject, String type, int from, int to, int count, Points each, Points full) {
        static Section of(Blueprint.Row row) {
            return new Section(
                    row.subject().orElse(""),
                    row.type().map(Enum::name).orElse(""),
                    row.difficulties().from(),
                    row.difficulties().to(),
                    row.count(),
                    row.each(),
                    row.each().times(row.count()));
        }
    }

    /**
     * How every paper can be checked.
     *
     * @param secret there when the exam is over
     */
    record Proof(String poolHash, String commitment, Optional<String> secret) {}

    /** One exam, as one person sees it. */
    record ShowView(
            Item item,
            String notes,
            List<Section> sections,
            List<AttemptView> attempts,
            boolean mayBegin,
            Optional<Proof> proof,
            Optional<Draft> organizer) {
        /** How many attempts are left. */
        public int left() {
            return Math.max(0, item.terms().attempts() - attempts.size());
        }
    }

    static ShowView show(Exam exam, List<Attempt> mine, Instant now, boolean sits, Optional<Draft> organizer) {
        var item = Item.of(exam, mine, now);
        var left = mine.size() < exam.terms().attempts();
        return new ShowView(
                item,
                exam.about().notes(),
                exam.blueprint().rows().stream().map(Section::of).toList(),
                mine.stream().map(AttemptView::of).toList(),
                sits && item.phase() == Exam.Phase.OPEN && left && item.open().isEmpty(),
                exam.draw()
                        .map(draw -> new Proof(
                                draw.poolHash(),
                                draw.commitment(),
                                Optional.of(draw.secret()).filter(secret -> item.phase() == Exam.Phase.OVER))),
                organizer);
    }

    /** A unit to choose. */
    record UnitChoice(String id, Text name, boolean chosen) {}

    /** One row of the form, and how many the bank could supply for it. */
    record RowView(
            int index,
            String subject,
            String points,
            String type,
            int from,
            int to,
            Optional<Integer> count,
            BigDecimal each,
            Optional<Integer> supply) {
        /** Whether the bank has too few. */
        public boolean lacks() {
            return count.isPresent() && supply.isPresent() && supply.get() < count.get();
        }
    }

    /** The organizer's form. */
    record FormView(
            Optional<ExamId> id,
            Optional<Text> title,
            String notes,
            String category,
            When when,
            List<RowView> rows,
            Choices choices) {
        /** Where it is sent. */
        public String action() {
            return id.map(known -> "/exams/" + known).orElse("/exams");
        }
    }

    /** What can be chosen. */
    record Choices(List<UnitChoice> units, List<Subject> subjects) {}

    /** Terms as a form has them: times by the organization's clock. */
    record When(String opens, String closes, long minutes, int attempts, int passPercent, String rule, String release) {
        static When of(Terms terms, ZoneId zone) {
            return new When(
                    local(terms.opens(), zone),
                    local(terms.closes(), zone),
                    terms.duration().toMinutes(),
                    terms.attempts(),
                    terms.passPercent(),
                    terms.rule().name(),
                    terms.release().name());
        }

        private static String local(Instant instant, ZoneId zone) {
            return instant.atZone(zone)
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
    }

    static FormView form(Exam exam, List<Integer> supply, Choices choices, ZoneId zone) {
        var rows = new ArrayList<RowView>();
        for (var row : exam.blueprint().rows()) {
            var index = rows.size();
            rows.add(new RowView(
                    index,
                    row.subject().orElse(""),
                    String.join("、", row.points()),
                    row.type().map(Enum::name).orElse(""),
                    row.difficulties().from(),
                    row.difficulties().to(),
                    Optional.of(row.count()),
                    row.each().value(),
                    Optional.of(supply.get(index))));
        }
        return new FormView(
                Optional.of(exam.id()),
                Optional.of(exam.about().title()),
                exam.about().notes(),
                exam.about().category(),
                When.of(exam.terms(), zone),
                filled(rows),
                choices);
    }

    static FormView blankForm(Choices choices, Instant now, ZoneId zone) {
        var tomorrow = now.atZone(zone).toLocalDate().plusDays(1).atTime(9, 0);
        var when =
                new When(tomorrow.toString(), tomorrow.plusDays(7).toString(), 60, 1, 60, "ALL_OR_NOTHING", "AT_ONCE");
        return new FormView(Optional.empty(), Optional.empty(), "", "", when, filled(new ArrayList<>()), choices);
    }

    private static List<RowView> filled(List<RowView> rows) {
        while (rows.size() < FORM_ROWS) {
            var type = TYPES.get(Math.min(rows.size(), TYPES.size() - 1));
            rows.add(new RowView(
                    rows.size(), "", "", type.name(), 1, 5, Optional.empty(), BigDecimal.ONE, Optional.empty()));
        }
        return rows;
    }

    /** One line of an exam's results. */
    record ResultRow(
            AttemptId attempt,
            String person,
            Text unit,
            int number,
            boolean open,
            Points score,
            boolean passed,
            Optional<Instant> handed) {}

    /** An exam's results, page by page. */
    record ResultsView(ExamId id, Text title, Points full, List<ResultRow> rows, Optional<String> next) {}

    /** The share of full marks in percent, rounded to a whole one. */
    static long percent(Points score, Points full) {
        return Math.round(score.of(full) * PERCENT);
    }
}
