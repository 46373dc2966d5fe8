package io.zhiyong.appraisal;

import io.zhiyong.record.Statement;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.Vocabulary.Verb;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Finds in statements what appraisals may look at; how long anything took is not among it. */
final class FactReading {
    private static final Set<Verb> MARKED = Set.of(Verb.PASSED, Verb.FAILED);
    private static final Set<Verb> TOOK_PART = Set.of(Verb.COMPLETED, Verb.SCORED, Verb.ATTENDED, Verb.PASSED);

    private FactReading() {}

    static Optional<Fact> of(Statement statement) {
        return source(statement).flatMap(source -> statement
                .actor()
                .map(person -> new Fact(
                        statement.id().text(),
                        person,
                        source,
                        statement.place(),
                        statement.scaled().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO),
                        statement.at())));
    }

    private static Optional<Source> source(Statement statement) {
        var verb = statement.verb().orElse(Verb.REGISTERED);
        var type = statement.type();
        if (type.equals(Optional.of(ActivityType.ASSESSMENT))) {
            var marked = MARKED.contains(verb) && statement.scaled().isPresent();
            return marked ? Optional.of(Source.TEST_RESULTS) : Optional.empty();
        }
        if (type.equals(Optional.of(ActivityType.CONTEST))) {
            return TOOK_PART.contains(verb) ? Optional.of(Source.CONTEST_PARTICIPATION) : Optional.empty();
        }
        return verb == Verb.ATTENDED ? Optional.of(Source.ACTIVITY_PARTICIPATION) : Optional.empty();
    }
}
