package io.zhiyong.credit;

import io.zhiyong.base.Refusal;
import java.util.Map;
import java.util.Set;

/**
 * When a rule holds. An empty set leaves that question open; a declared measure that is missing never satisfies a bound.
 *
 * @param verbs at least one xAPI verb id
 * @param measures bounds on what was declared
 * @param score bounds on the share of full marks; null when the score does not matter
 */
public record Condition(
        Set<String> verbs,
        Set<String> types,
        Set<String> forms,
        Set<String> categories,
        Map<Measure, Range> measures,
        Range score) {
    public Condition {
        if (verbs == null || verbs.isEmpty()) {
            throw Refusal.invalid("verbs", "refusal.blank");
        }
        verbs = Set.copyOf(verbs);
        types = types == null ? Set.of() : Set.copyOf(types);
        forms = forms == null ? Set.of() : Set.copyOf(forms);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        measures = measures == null ? Map.of() : Map.copyOf(measures);
    }

    public boolean holds(Facts facts) {
        var deed = facts.deed();
        var content = facts.content();
        return verbs.contains(deed.verb())
                && open(types, deed.type())
                && open(forms, content.form())
                && open(categories, content.category())
                && measures.entrySet().stream().allMatch(bound -> within(bound, content))
                && (score == null || deed.score().map(score::holds).orElse(false));
    }

    private static boolean open(Set<String> allowed, String value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    private static boolean within(Map.Entry<Measure, Range> bound, Content content) {
        var declared = content.measures().get(bound.getKey());
        return declared != null && bound.getValue().holds(declared);
    }
}
