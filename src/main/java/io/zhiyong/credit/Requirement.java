package io.zhiyong.credit;

import io.zhiyong.base.Ids;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.util.Set;

/**
 * What people of some kinds are held to.
 *
 * @param kinds held to it are those of any of these kinds ({@link Learner#kinds}); empty: everybody
 * @param years over how many years, ending with the one asked about; 1 to 10
 * @param averaged true: the unit's average over those people must reach it, and no single person is judged by it
 */
public record Requirement(
        String id, Text title, Set<String> kinds, Selection of, Figure hours, int years, boolean averaged) {
    public Requirement {
        Ids.check("requirement", id);
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        of = of == null ? Selection.ALL : of;
        years = years == 0 ? 1 : years;
        if (years < 1 || years > 10) {
            throw Refusal.invalid("years", "credit.refusal.years", years);
        }
    }

    public boolean binds(Learner learner) {
        return kinds.isEmpty() || kinds.stream().anyMatch(learner.kinds()::contains);
    }
}
