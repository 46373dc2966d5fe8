package io.zhiyong.appraisal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zhiyong.base.PersonId;
import java.time.LocalDate;

/** What happens to an appraisal. Kept in order and never changed; the appraisal is what follows from them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Happening.SchemeSet.class, name = "scheme"),
    @JsonSubTypes.Type(value = Happening.Computed.class, name = "computed"),
    @JsonSubTypes.Type(value = Happening.GradeSet.class, name = "grade"),
    @JsonSubTypes.Type(value = Happening.Published.class, name = "published"),
    @JsonSubTypes.Type(value = Happening.ReviewAsked.class, name = "reviewAsked"),
    @JsonSubTypes.Type(value = Happening.ReviewDecided.class, name = "reviewDecided"),
    @JsonSubTypes.Type(value = Happening.Finished.class, name = "finished")
})
public sealed interface Happening {
    /** A new version of the scheme; whatever was computed by an older one must be computed again. */
    record SchemeSet(Scheme scheme) implements Happening {}

    /**
     * The results of a round were kept.
     *
     * @param run under which they are kept; unlike any other
     * @param digest over all results of the round
     */
    record Computed(int round, String run, int people, String digest) implements Happening {}

    /** People decided on a grade; {@code reason} says why where it differs from the proposal. */
    record GradeSet(PersonId person, Grade grade, String reason) implements Happening {}

    /**
     * Results were made public.
     *
     * @param until last day of publicity
     * @param treeHead of the statements' tree at that moment; empty when none was signed yet
     */
    record Published(LocalDate day, LocalDate until, String digest, String treeHead) implements Happening {}

    record ReviewAsked(PersonId person, String text, LocalDate due) implements Happening {}

    /**
     * A review ended.
     *
     * @param changed whether a new computation or grade was granted
     */
    record ReviewDecided(int number, boolean changed, String reason) implements Happening {}

    record Finished() implements Happening {}
}
