package io.zhiyong.credit;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules of credit as data: how evidence converts, what it is capped at, what is required, each figure with its source, and
 * the cases that prove the pack says what its author meant.
 *
 * @param cases at least one
 */
public record RulePack(
        PackName pack,
        Text title,
        Terms terms,
        List<CreditRule> rules,
        List<Cap> caps,
        List<Requirement> requirements,
        List<PackCase> cases) {
    public RulePack {
        rules = rules == null ? List.of() : List.copyOf(rules);
        caps = caps == null ? List.of() : List.copyOf(caps);
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
        if (cases == null || cases.isEmpty()) {
            throw Refusal.invalid("cases", "credit.refusal.cases");
        }
        cases = List.copyOf(cases);
        unique("rules", rules, CreditRule::id);
        unique("caps", caps, Cap::id);
        unique("requirements", requirements, Requirement::id);
        for (var carry : terms.carry().stream().toList()) {
            if (requirements.stream().noneMatch(requirement -> requirement.id().equals(carry.over()))) {
                throw Refusal.invalid("carry", "credit.refusal.unknownRequirement", carry.over());
            }
        }
    }

    /** A pack from its file; a refusal says what in the file is wrong. */
    public static RulePack read(String json) {
        return Json.read(json, RulePack.class);
    }

    public CreditRule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("credit.refusal.unknownRule", id, pack.toString()));
    }

    public Requirement requirement(String id) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("credit.refusal.unknownRequirement", id));
    }

    Stream<Requirement> binding(Learner learner) {
        return requirements.stream().filter(requirement -> requirement.binds(learner));
    }

    private static <T> void unique(String member, List<T> items, Function<T, String> id) {
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(id.apply(item))) {
                throw Refusal.invalid(member, "credit.refusal.twice", id.apply(item));
            }
        }
    }
}
