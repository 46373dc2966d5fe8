package io.zhiyong.credit;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From evidence to lines of the ledger: what each rule of a pack certifies, before caps. */
public final class Crediting {
    private Crediting() {}

    /**
     * The lines a statement earns, in the order of the pack's rules; none when no rule holds.
     *
     * @param zone decides which calendar year an instant belongs to
     */
    public static List<CreditLine> linesFor(RulePack pack, Facts facts, ZoneId zone) {
        return pack.rules().stream()
                .flatMap(rule -> line(pack, rule, facts, yearOf(facts, zone)))
                .toList();
    }

    public static int yearOf(Facts facts, ZoneId zone) {
        return facts.at().atZone(zone).getYear();
    }

    private static Stream<CreditLine> line(RulePack pack, CreditRule rule, Facts facts, int year) {
        var id = CreditLine.idOf(facts.statement(), pack.pack(), rule.id());
        var basis = new CreditLine.Basis(
                pack.pack(),
                rule.id(),
                facts.statement(),
                facts.deed().object(),
                facts.deed().title(),
                facts.at());
        return rule
                .earned(facts)
                .map(hours ->
                        new CreditLine(id, facts.person(), year, rule.kind(facts), hours, basis, Optional.empty()))
                .stream();
    }
}
