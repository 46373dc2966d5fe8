package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import io.zhiyong.credit.Credit;
import io.zhiyong.credit.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts what was read for a whole unit together into each person's inputs.
 *
 * @param credit by the indicator's {@code pack/requirement}, then by person
 */
record Gathering(Map<String, Map<PersonId, Standing.Detail>> credit, List<Fact> facts, List<Judgement> judgements) {
    /** Inputs of these people, in their order. */
    List<Inputs> inputs(Scheme scheme, List<PersonId> people) {
        var factsOf = facts.stream().collect(Collectors.groupingBy(Fact::person));
        var replaced = judgements.stream().map(Judgement::replaces).collect(Collectors.toSet());
        var judgementsOf = judgements.stream()
                .filter(judgement -> !replaced.contains(judgement.entry().id()))
                .collect(Collectors.groupingBy(Judgement::person));
        return people.stream()
                .map(person -> new Inputs(
                        person,
                        evidence(
                                scheme,
                                person,
                                factsOf.getOrDefault(person, List.of()),
                                judgementsOf.getOrDefault(person, List.of()))))
                .toList();
    }

    private Map<String, Evidence> evidence(Scheme scheme, PersonId person, List<Fact> own, List<Judgement> judged) {
        var evidence = new HashMap<String, Evidence>();
        for (var indicator : scheme.indicators()) {
            of(indicator, person, own, judged).ifPresent(found -> evidence.put(indicator.id(), found));
        }
        return evidence;
    }

    private Optional<Evidence> of(Indicator indicator, PersonId person, List<Fact> own, List<Judgement> judged) {
        var yardstick = indicator.yardstick();
        return switch (yardstick.source()) {
            case CREDIT_AGAINST_REQUIREMENT ->
                Optional.ofNullable(
                                credit.getOrDefault(yardstick.of(), Map.of()).get(person))
                        .map(Gathering::ofCredit);
            case TEST_RESULTS ->
                Optional.of(new Evidence.OfTests(facts(own, yardstick)
                        .map(fact ->
                                new Evidence.OfTests.Taken(fact.statement(), fact.object(), fact.scaled(), fact.at()))
                        .toList()));
            case CONTEST_PARTICIPATION, ACTIVITY_PARTICIPATION ->
                Optional.of(new Evidence.OfOccasions(
                        yardstick.source(),
                        facts(own, yardstick)
                                .map(fact ->
                                        new Evidence.OfOccasions.Attended(fact.statement(), fact.object(), fact.at()))
                                .toList()));
            case EVALUATION ->
                Optional.of(new Evidence.OfEvaluation(judged.stream()
                        .filter(judgement -> judgement.indicator().equals(indicator.id()))
                        .map(Judgement::entry)
                        .toList()));
        };
    }

    private static java.util.stream.Stream<Fact> facts(List<Fact> own, Indicator.Yardstick yardstick) {
        return own.stream()
                .filter(fact -> fact.source() == yardstick.source())
                .filter(fact -> yardstick.of().isEmpty() || yardstick.of().equals(fact.object()));
    }

    private static Evidence ofCredit(Standing.Detail detail) {
        var lines = detail.lines().stream()
                .map(counted -> new Evidence.OfCredit.Line(
                        counted.line().id().toString(),
                        counted.line().basis().statement(),
                        counted.line().basis().pack() + "/"
                                + counted.line().basis().rule(),
                        name(
                                counted.line().basis().title(),
                                counted.line().basis().object()),
                        counted.counted()))
                .toList();
        Credit needed = detail.measured().needed();
        return new Evidence.OfCredit(
                needed, detail.carried(), detail.measured().exempt().orElse(""), lines);
    }

    private static String name(String title, String object) {
        return title.isEmpty() ? object : title;
    }
}
