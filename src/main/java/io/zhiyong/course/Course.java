package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A course: what is taught now, and what is being written. An edition goes from draft to submitted to published, under two
 * pairs of eyes; a new edition takes the place of the old one, which people who study keep what they mastered of.
 *
 * @param unit whose course it is: organizers of this unit, or of one above it, write and publish
 * @param live what is taught; stays, to be shown, after retirement
 * @param history oldest first
 * @param revision how often it was stored; a writer names the one he read
 */
public record Course(
        CourseId id,
        UnitId unit,
        Optional<Edition> live,
        Optional<Draft> draft,
        boolean retired,
        List<Decision> history,
        long revision) {
    /** Where a course stands. */
    public enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        RETIRED
    }

    public Course {
        history = List.copyOf(history);
    }

    static Course begin(CourseId id, UnitId unit, About about, PersonId author) {
        var draft = Draft.of(new Edition(1, about, List.of()), author);
        return new Course(id, unit, Optional.empty(), Optional.of(draft), false, List.of(), 0);
    }

    /** Of the course as those who study see it; a draft beside what is taught does not change it. */
    public State state() {
        if (retired) {
            return State.RETIRED;
        }
        if (live.isPresent()) {
            return State.PUBLISHED;
        }
        return draft.filter(Draft::submitted).isPresent() ? State.SUBMITTED : State.DRAFT;
    }

    /** What can be studied now; a refusal before publication. */
    public Edition taught() {
        return live.orElseThrow(() -> Refusal.notFound("course.refusal.course", id.value()));
    }

    /** What is being written, or else what is taught. */
    public Edition latest() {
        return draft.map(Draft::edition).or(() -> live).orElseThrow();
    }

    /** Whether somebody may begin it. */
    public boolean open() {
        return live.isPresent() && !retired;
    }

    /** Writes in the draft; where there is none, in a new one made of what is taught. */
    Course write(PersonId author, UnaryOperator<Edition> change) {
        if (draft.filter(Draft::submitted).isPresent()) {
            throw Refusal.conflict("course.refusal.submitted");
        }
        var now = draft.orElseGet(() -> Draft.of(taught().next(), author));
        return withDraft(Optional.of(now.written(change.apply(now.edition()), author)));
    }

    Course submit(PersonId by, Instant at) {
        var waiting = draft.orElseThrow(() -> Refusal.conflict("course.refusal.noDraft"));
        if (waiting.submitted()) {
            throw Refusal.conflict("course.refusal.submitted");
        }
        if (waiting.edition().lessons().isEmpty()) {
            throw Refusal.conflict("course.refusal.noLessons");
        }
        var submitted = new Draft(waiting.edition(), waiting.authors(), true, Optional.empty());
        return withDraft(Optional.of(submitted)).decided(Decision.Kind.SUBMITTED, by, at, "");
    }

    /**
     * Back to its authors.
     *
     * @param reason shown to them; not blank
     */
    Course sendBack(PersonId by, Instant at, String reason) {
        var waiting = submitted();
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "refusal.blank");
        }
        About.atMost("reason", reason, 500);
        var back = new Draft(waiting.edition(), waiting.authors(), false, Optional.of(reason.strip()));
        return withDraft(Optional.of(back)).decided(Decision.Kind.SENT_BACK, by, at, reason.strip());
    }

    /** Two pairs of eyes: refused to everybody who wrote in the draft. */
    Course publish(PersonId by, Instant at) {
        var waiting = submitted();
        if (waiting.authors().contains(by)) {
            throw Refusal.forbidden("course.refusal.ownDraft");
        }
        return new Course(
                id,
                unit,
                Optional.of(waiting.edition()),
                Optional.empty(),
                false,
                with(new Decision(
                        Decision.Kind.PUBLISHED, by, at, waiting.edition().version(), "")),
                revision);
    }

    /** Nobody begins it any more; whoever completed it keeps that. */
    Course retire(PersonId by, Instant at, String reason) {
        if (!open()) {
            throw Refusal.conflict("course.refusal.notOpen");
        }
        return new Course(
                id,
                unit,
                live,
                draft,
                true,
                with(new Decision(Decision.Kind.RETIRED, by, at, taught().version(), reason.strip())),
                revision);
    }

    private Draft submitted() {
        return draft.filter(Draft::submitted).orElseThrow(() -> Refusal.conflict("course.refusal.notSubmitted"));
    }

    private Course decided(Decision.Kind kind, PersonId by, Instant at, String reason) {
        var decision = new Decision(kind, by, at, latest().version(), reason);
        return new Course(id, unit, live, draft, retired, with(decision), revision);
    }

    private List<Decision> with(Decision decision) {
        var longer = new ArrayList<>(history);
        longer.add(decision);
        return longer;
    }

    private Course withDraft(Optional<Draft> other) {
        return new Course(id, unit, live, other, retired, history, revision);
    }
}
