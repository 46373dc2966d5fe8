package io.zhiyong.record;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.StatementObject.Thing;
import io.zhiyong.record.Vocabulary.Extension;
import io.zhiyong.record.Vocabulary.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a feature has to tell, before it is a statement:
 *
 * <pre>{@code
 * StatementDraft.telling("exam.result", attempt.id())
 *     .that(cadre, PASSED, thing(ASSESSMENT, "exams/" + exam.id(), exam.title()), attempt.submittedAt())
 *     .result(Result.NONE.score(87, 100).success(true).completion(true).duration(taken))
 *     .registration(attempt.registration())
 *     .with(UNIT, cadre.unit());
 * }</pre>
 *
 * The id follows from what is told, so it may be told again and again; take the time from the record that it is told of,
 * never from the clock.
 *
 * @param at when it happened
 */
public record StatementDraft(
        StatementId id, PersonId actor, Verb verb, StatementObject object, Result result, Setting setting, Instant at) {

    /** What is told, before it is said about whom. */
    public record Telling(StatementId id) {
        public StatementDraft that(PersonId actor, Verb verb, StatementObject object, Instant at) {
            return new StatementDraft(id, actor, verb, object, Result.NONE, Setting.NONE, at);
        }
    }

    public StatementDraft {
        if (verb == Verb.VOIDED && !(object instanceof StatementObject.Told)) {
            throw Refusal.invalid("object", "record.rule.voiding");
        }
    }

    /**
     * Begins a draft by naming what is told.
     *
     * @param what the kind of telling, unlike any other in the whole system: {@code exam.result}, {@code course.lesson}
     * @param names what sets this one apart from others of its kind: the attempt, or lesson and person
     */
    public static Telling telling(String what, Object... names) {
        var all = new StringBuilder(what);
        for (var name : names) {
            // A length before each name: "a","bc" must not tell the same as "ab","c".
            var text = String.valueOf(name);
            all.append('|').append(text.length()).append(':').append(text);
        }
        return new Telling(StatementId.telling(all.toString()));
    }

    public StatementDraft result(Result how) {
        return new StatementDraft(id, actor, verb, object, how, setting, at);
    }

    public StatementDraft registration(UUID registration) {
        return within(setting.registration(registration));
    }

    public StatementDraft instructor(PersonId person) {
        return within(setting.instructor(person));
    }

    public StatementDraft parent(Thing thing) {
        return within(setting.parent(thing));
    }

    public StatementDraft grouping(Thing thing) {
        return within(setting.grouping(thing));
    }

    public StatementDraft category(Thing thing) {
        return within(setting.category(thing));
    }

    /**
     * Said in the context.
     *
     * @param value anything that JSON can hold: text, number, truth, list, map
     */
    public StatementDraft with(Extension extension, Object value) {
        return within(setting.with(extension, value));
    }

    /** Everybody it names: their names go into the statement. */
    List<PersonId> people() {
        var about = object instanceof StatementObject.Somebody somebody
                ? Optional.of(somebody.person())
                : Optional.<PersonId>empty();
        return java.util.stream.Stream.of(Optional.of(actor), about, setting.instructor())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private StatementDraft within(Setting other) {
        return new StatementDraft(id, actor, verb, object, result, other, at);
    }
}
