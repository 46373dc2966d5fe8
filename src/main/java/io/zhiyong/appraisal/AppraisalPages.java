package io.zhiyong.appraisal;

import io.zhiyong.appraisal.AppraisalViews.BoardView;
import io.zhiyong.appraisal.AppraisalViews.Choice;
import io.zhiyong.appraisal.AppraisalViews.Column;
import io.zhiyong.appraisal.AppraisalViews.EvidenceView;
import io.zhiyong.appraisal.AppraisalViews.GradeView;
import io.zhiyong.appraisal.AppraisalViews.Item;
import io.zhiyong.appraisal.AppraisalViews.NewView;
import io.zhiyong.appraisal.AppraisalViews.PersonRow;
import io.zhiyong.appraisal.AppraisalViews.Quota;
import io.zhiyong.appraisal.AppraisalViews.ReviewView;
import io.zhiyong.appraisal.AppraisalViews.ScoreView;
import io.zhiyong.appraisal.AppraisalViews.Seals;
import io.zhiyong.appraisal.AppraisalViews.Steps;
import io.zhiyong.base.Text;
import io.zhiyong.org.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the views. */
final class AppraisalPages {
    private static final int ROWS = 8;

    private AppraisalPages() {}

    static Item item(AppraisalDocuments.Line line, Text unit, String path) {
        return new Item(
                line.id().value(),
                unit,
                line.year(),
                line.title(),
                line.state().name(),
                "appraisal.state." + line.state(),
                path);
    }

    static Item item(Appraisal appraisal, Text unit) {
        var head = appraisal.head();
        var line = new AppraisalDocuments.Line(
                head.id(),
                head.unit(),
                head.year(),
                appraisal.scheme().title(),
                appraisal.state(),
                appraisal.visibleToItsPeople());
        return item(line, unit, "/appraisals/" + head.id());
    }

    static NewView blank(int year, List<Unit> units) {
        return new NewView(
                year,
                units.stream()
                        .map(unit -> new Choice(unit.id().value(), "", unit.name()))
                        .toList(),
                choices(Dimension.values(), "appraisal.dimension."),
                choices(Source.values(), "appraisal.source."),
                choices(Formula.Kind.values(), "appraisal.formula."),
                IntStream.range(0, ROWS).boxed().toList());
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] all, String prefix) {
        return Arrays.stream(all)
                .map(each -> new Choice(each.name(), prefix + each.name(), null))
                .toList();
    }

    static BoardView board(Board board, Text unit) {
        var appraisal = board.appraisal();
        var margin = board.margin();
        return new BoardView(
                item(appraisal, unit),
                steps(appraisal),
                appraisal.scheme().indicators().stream()
                        .map(AppraisalPages::column)
                        .toList(),
                board.rows().stream().map(row -> row(appraisal, row)).toList(),
                new Quota(margin.graded(), margin.places(), margin.used(), margin.left(), margin.kept()),
                appraisal.publicity().reviews().stream()
                        .map(AppraisalPages::review)
                        .toList(),
                seals(appraisal));
    }

    private static Steps steps(Appraisal appraisal) {
        var state = appraisal.state();
        var stale = appraisal.publicity().stale();
        var settled = state == Appraisal.State.PUBLISHED || state == Appraisal.State.FINAL;
        return new Steps(
                state == Appraisal.State.DRAFT || state == Appraisal.State.COMPUTED,
                state == Appraisal.State.COMPUTED || (settled && stale),
                state == Appraisal.State.PUBLISHED && !stale,
                state == Appraisal.State.COMPUTED);
    }

    private static Column column(Indicator indicator) {
        return new Column(
                indicator.id(), indicator.name(), "appraisal.dimension." + indicator.dimension(), indicator.weight());
    }

    private static PersonRow row(Appraisal appraisal, Board.Row row) {
        var summary = row.summary();
        var points = appraisal.scheme().indicators().stream()
                .map(indicator -> summary.points().getOrDefault(indicator.id(), BigDecimal.ZERO))
                .toList();
        return new PersonRow(
                summary.person().value(),
                summary.name(),
                points,
                summary.total(),
                grade(row),
                "/appraisals/" + appraisal.head().id() + "/people/" + summary.person());
    }

    private static GradeView grade(Board.Row row) {
        var grade = row.grade().map(Grade::name).orElse("");
        return new GradeView(
                grade,
                grade.isEmpty() ? "appraisal.grade.NONE" : "appraisal.grade." + grade,
                row.decided().isPresent()
                        ? "appraisal.why.DECIDED"
                        : "appraisal.why." + row.summary().proposal().why(),
                row.decided().map(Happening.GradeSet::reason).orElse(""));
    }

    private static ReviewView review(Review review) {
        return new ReviewView(
                review.number(),
                review.person().value(),
                review.text(),
                review.asked(),
                review.due(),
                review.open(),
                review.decision().map(Review.Decision::changed).orElse(false),
                review.decision().map(Review.Decision::reason).orElse(""));
    }

    private static Seals seals(Appraisal appraisal) {
        var published = appraisal.publicity().published();
        return new Seals(
                published.map(Happening.Published::day),
                published.map(Happening.Published::until),
                published.map(Happening.Published::digest).orElse(""),
                published.map(Happening.Published::treeHead).orElse(""));
    }

    /** How the reader stands to a person's result. */
    record Reader(boolean own, boolean manages) {}

    static AppraisalViews.PersonView person(Kept kept, Appraisal appraisal, Text unit, Reader reader) {
        var result = kept.result();
        var scores = appraisal.scheme().indicators().stream()
                .map(indicator -> score(indicator, result))
                .toList();
        return new AppraisalViews.PersonView(
                item(appraisal, unit),
                result.person().value(),
                kept.summary().name(),
                result.total(),
                appraisal.scheme().fullMarks(),
                scores,
                standing(Board.Row.of(appraisal, kept.summary()), appraisal, reader));
    }

    private static AppraisalViews.PersonView.Standing standing(Board.Row row, Appraisal appraisal, Reader reader) {
        var person = row.summary().person();
        var state = appraisal.state();
        var reviewed = appraisal.openReview(person).isPresent();
        var open = state == Appraisal.State.DRAFT || state == Appraisal.State.COMPUTED || reviewed;
        var judges = reader.manages() && !reader.own();
        return new AppraisalViews.PersonView.Standing(
                grade(row),
                appraisal.publicity().reviews().stream()
                        .filter(review -> review.person().equals(person))
                        .map(AppraisalPages::review)
                        .toList(),
                reader.own() && appraisal.visibleToItsPeople() && !reviewed,
                judges && open,
                judges && (state == Appraisal.State.COMPUTED || reviewed),
                judges && reviewed,
                seals(appraisal));
    }

    private static ScoreView score(Indicator indicator, Result result) {
        var score = result.scores().stream()
                .filter(each -> each.indicator().equals(indicator.id()))
                .findFirst();
        var evidence = score.map(Result.Score::evidence);
        var formula = indicator.yardstick().formula();
        var value = score.map(Result.Score::value).orElse(BigDecimal.ZERO);
        return new ScoreView(
                column(indicator),
                result.points(indicator.id()),
                "appraisal.formula.say." + formula.kind(),
                List.of(value, formula.target(), indicator.weight(), result.points(indicator.id()), indicator.most()),
                inputs(indicator, value, evidence),
                evidence.map(AppraisalPages::evidence).orElse(List.of()));
    }

    private static ScoreView.Inputs inputs(Indicator indicator, BigDecimal value, Optional<Evidence> evidence) {
        var source = indicator.yardstick().source();
        var credit = evidence.filter(Evidence.OfCredit.class::isInstance).map(Evidence.OfCredit.class::cast);
        return new ScoreView.Inputs(
                "appraisal.source." + source,
                value,
                credit.map(each -> each.has().hours()).orElse(null),
                credit.map(each -> each.needed().hours()).orElse(null),
                credit.map(Evidence.OfCredit::exempt).orElse(""),
                source == Source.EVALUATION);
    }

    private static List<EvidenceView> evidence(Evidence evidence) {
        if (evidence instanceof Evidence.OfCredit credit) {
            return credit.lines().stream()
                    .map(line -> new EvidenceView(
                            line.line(),
                            line.object(),
                            line.counted().hours(),
                            line.line(),
                            line.statement(),
                            line.rule()))
                    .toList();
        }
        if (evidence instanceof Evidence.OfTests tests) {
            return tests.best().stream()
                    .map(taken -> new EvidenceView(
                            taken.statement(),
                            taken.test(),
                            taken.scaled().multiply(Evidence.HUNDRED),
                            "",
                            taken.statement(),
                            ""))
                    .toList();
        }
        if (evidence instanceof Evidence.OfOccasions occasions) {
            return occasions.attended().stream()
                    .map(each -> new EvidenceView(
                            each.statement(), each.occasion(), BigDecimal.ONE, "", each.statement(), ""))
                    .toList();
        }
        return ((Evidence.OfEvaluation) evidence)
                .entries().stream()
                        .map(entry -> new EvidenceView(entry.id(), entry.basis(), entry.value(), "", "", entry.by()))
                        .toList();
    }
}
