package io.zhiyong.record;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.record.Vocabulary.ActivityType;
import io.zhiyong.record.text.Formats;
import java.util.Optional;
import java.util.regex.Pattern;

/** 对象: what a statement is about: a thing that is studied, a person, or another statement. */
public sealed interface StatementObject {
    /**
     * What xAPI calls an activity.
     *
     * @param place the path of its page, without a leading slash ({@code exams/0abc}), which becomes an IRI under the
     *     organization's own; or a whole IRI for a thing from elsewhere
     */
    record Thing(ActivityType type, String place, Text name) implements StatementObject {
        private static final Pattern PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~/#-]{0,511}");

        public Thing {
            if (!PATH.matcher(place).matches() && !Formats.iri(place)) {
                throw Refusal.invalid("place", "record.rule.iri", place);
            }
        }
    }

    /** Somebody about whom something is told: who was evaluated, whose claim was approved. */
    record Somebody(PersonId person) implements StatementObject {}

    /** A statement that is voided, or spoken of. */
    record Told(StatementId statement) implements StatementObject {}

    static Thing thing(ActivityType type, String place, Text name) {
        return new Thing(type, place, name);
    }

    static Somebody somebody(PersonId person) {
        return new Somebody(person);
    }

    static Told told(StatementId statement) {
        return new Told(statement);
    }

    /** The thing, when it is one. */
    default Optional<Thing> asThing() {
        return this instanceof Thing thing ? Optional.of(thing) : Optional.empty();
    }
}
