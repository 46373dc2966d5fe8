package io.zhiyong.credit;

import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What the pages of the ledger show; as JSON, the same. */
final class CreditViews {
    private CreditViews() {}

    /**
     * One person's ledger of one year.
     *
     * @param path where it lies, for the links to other years
     */
    record LedgerView(String person, String name, String path, int year, Stance stance, List<PackView> packs) {
        /**
         * How the reader stands to the page, and which years lie beside it.
         *
         * @param own whether the reader looks at himself
         * @param manages whether the reader may reverse lines and grant exemptions here
         */
        record Stance(boolean own, boolean manages, int before, int after) {}
    }

    /** One pack's part of it. */
    record PackView(
            String pack,
            Text title,
            BigDecimal total,
            boolean met,
            List<RequirementView> requirements,
            List<LineView> lines) {}

    /**
     * One requirement.
     *
     * @param exempt the basis of the exemption; empty when there is none
     */
    record RequirementView(
            String id, Text title, BigDecimal needed, BigDecimal has, BigDecimal missing, boolean met, String exempt) {}

    /**
     * One line, with all that leads back to its evidence.
     *
     * @param why a message key; empty when the line counts in full
     * @param reversal why it was reversed, on the reversing line
     * @param reversible whether it stands and can be reversed
     */
    record LineView(
            String id,
            Instant at,
            LineSource source,
            LineHours hours,
            String why,
            ReversalView reversal,
            boolean reversible) {
        /** What was studied, by which rule it counts, and the statement that says so. */
        record LineSource(String title, String object, Text rule, String ruleId, String pack, String statement) {}

        /** What the line says, and what it counts for. */
        record LineHours(BigDecimal hours, BigDecimal counted) {}
    }

    /** Empty but for a reversing line. */
    record ReversalView(String line, String reason, String by) {}

    /** The packs in use, figure by figure. */
    record RulesView(int year, List<RulePackView> packs) {}

    record RulePackView(
            String pack,
            Text title,
            int fromYear,
            List<RuleView> rules,
            List<FigureView> caps,
            List<FigureView> requirements,
            int cases) {}

    /** A rule with each figure it uses. */
    record RuleView(String id, Text title, List<FigureView> figures) {}

    /**
     * A figure.
     *
     * @param title what it is about; null when the rule says it
     * @param markKey message key of what the mark means
     */
    record FigureView(String id, Text title, BigDecimal value, String mark, String markKey, String source) {}
}
