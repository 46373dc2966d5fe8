package io.zhiyong.credit;

import io.zhiyong.credit.Counting.Counted;
import io.zhiyong.credit.Counting.Why;
import io.zhiyong.credit.CreditViews.FigureView;
import io.zhiyong.credit.CreditViews.LineView;
import io.zhiyong.credit.CreditViews.PackView;
import io.zhiyong.credit.CreditViews.RequirementView;
import io.zhiyong.credit.CreditViews.ReversalView;
import io.zhiyong.credit.CreditViews.RulePackView;
import io.zhiyong.credit.CreditViews.RuleView;
import io.zhiyong.credit.CreditViews.RulesView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the views. A pack is shown when it asks something of the person or certified something. */
final class CreditPages {
    private static final ReversalView NO_REVERSAL = new ReversalView("", "", "");

    private CreditPages() {}

    static List<PackView> packs(List<PackStanding> standings, List<CreditLine> lines) {
        return standings.stream()
                .map(standing -> pack(standing, lines))
                .filter(pack -> !pack.requirements().isEmpty() || !pack.lines().isEmpty())
                .toList();
    }

    private static PackView pack(PackStanding standing, List<CreditLine> lines) {
        var pack = standing.pack();
        var own = lines.stream()
                .filter(line -> line.basis().pack().id().equals(pack.pack().id()))
                .toList();
        var newestFirst = new ArrayList<>(Counting.of(pack, own));
        newestFirst.sort(Comparator.comparing(Counted::line, Counting.IN_ORDER).reversed());
        return new PackView(
                pack.pack().toString(),
                pack.title(),
                standing.sum().total().hours(),
                standing.met(),
                standing.measured().stream().map(CreditPages::requirement).toList(),
                newestFirst.stream().map(counted -> line(pack, counted)).toList());
    }

    private static RequirementView requirement(Standing.Measured measured) {
        return new RequirementView(
                measured.requirement(),
                measured.title(),
                measured.needed().hours(),
                measured.has().hours(),
                measured.missing().hours(),
                measured.met(),
                measured.exempt().orElse(""));
    }

    private static LineView line(RulePack pack, Counted counted) {
        var line = counted.line();
        var basis = line.basis();
        var rule = pack.rules().stream()
                .filter(each -> each.id().equals(basis.rule()))
                .findFirst()
                .map(CreditRule::title)
                .orElseGet(() -> io.zhiyong.base.Text.of(basis.rule()));
        var title = basis.title().isEmpty() ? basis.object() : basis.title();
        return new LineView(
                line.id().toString(),
                basis.at(),
                new LineView.LineSource(
                        title, basis.object(), rule, basis.rule(), basis.pack().toString(), basis.statement()),
                new LineView.LineHours(line.hours().hours(), counted.counted().hours()),
                counted.why() == Why.FULL
                        ? ""
                        : "credit.why." + counted.why().name().toLowerCase(Locale.ROOT),
                line.reverses()
                        .map(each -> new ReversalView(each.line().toString(), each.reason(), each.by()))
                        .orElse(NO_REVERSAL),
                line.reverses().isEmpty() && counted.why() != Why.REVERSED);
    }

    static RulesView rules(int year, List<RulePack> packs) {
        return new RulesView(year, packs.stream().map(CreditPages::rules).toList());
    }

    private static RulePackView rules(RulePack pack) {
        return new RulePackView(
                pack.pack().toString(),
                pack.title(),
                pack.terms().fromYear(),
                pack.rules().stream().map(CreditPages::rule).toList(),
                pack.caps().stream()
                        .map(cap -> figure(cap.id(), null, cap.hours()))
                        .toList(),
                pack.requirements().stream()
                        .map(each -> figure(each.id(), each.title(), each.hours()))
                        .toList(),
                pack.cases().size());
    }

    private static RuleView rule(CreditRule rule) {
        var bounds = rule.when().measures().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(bound -> figures(bound.getKey().name(), bound.getValue()));
        var score = rule.when().score() == null
                ? Stream.<FigureView>empty()
                : figures("SCORE", rule.when().score());
        var amount = figure(
                rule.amount().per().map(measure -> "= / " + measure.name()).orElse("="),
                null,
                rule.amount().each());
        var all = Stream.of(bounds, score, Stream.of(amount))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
        return new RuleView(rule.id(), rule.title(), all);
    }

    private static Stream<FigureView> figures(String of, Range range) {
        return Stream.of(
                        range.atLeast().map(each -> figure(of + " ≥", null, each)),
                        range.over().map(each -> figure(of + " >", null, each)),
                        range.atMost().map(each -> figure(of + " ≤", null, each)),
                        range.under().map(each -> figure(of + " <", null, each)))
                .flatMap(java.util.Optional::stream);
    }

    private static FigureView figure(String id, io.zhiyong.base.Text title, Figure figure) {
        var mark = figure.mark().name();
        return new FigureView(
                id, title, figure.value(), mark, "credit.mark." + mark.toLowerCase(Locale.ROOT), figure.source());
    }
}
