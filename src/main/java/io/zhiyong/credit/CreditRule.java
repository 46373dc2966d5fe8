package io.zhiyong.credit;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Text;
import java.util.Optional;

/**
 * One way to earn credit.
 *
 * @param id unique in its pack; a line of the ledger names it
 * @param category what the credit counts as; empty: as its organizer declared it
 * @param repeatable false: the same course or test counts once a year, however often it is done
 */
public record CreditRule(
        String id, Text title, Condition when, Amount amount, Optional<String> category, boolean repeatable) {
    public CreditRule {
        Ids.check("rule", id);
        category = category == null ? Optional.empty() : category;
    }

    Optional<Credit> earned(Facts facts) {
        return when.holds(facts)
                ? Optional.of(amount.of(facts.content())).filter(credit -> credit.compareTo(Credit.NONE) > 0)
                : Optional.empty();
    }

    Kind kind(Facts facts) {
        return new Kind(
                category.orElse(facts.content().category()), facts.content().form());
    }
}
