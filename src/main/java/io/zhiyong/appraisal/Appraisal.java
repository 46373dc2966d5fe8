package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One unit's appraisal of one year, as it follows from what happened to it. The {@code may…} methods say what may happen next
 * and give it, or refuse; {@link #after} makes the appraisal that follows.
 *
 * @param happened how many happenings it follows from: the number of the last
 * @param grades what people decided, by person; who is missing keeps the proposal
 */
public record Appraisal(
        Head head,
        int happened,
        State state,
        Scheme scheme,
        Optional<Happening.Computed> latest,
        Map<PersonId, Happening.GradeSet> grades,
        Publicity publicity) {
    /** Where it stands. */
    public enum State {
        DRAFT,
        COMPUTED,
        PUBLISHED,
        REVIEW,
        FINAL
    }

    /** What never changes. */
    public record Head(AppraisalId id, UnitId unit, int year) {
        public Head {
            if (year < 1949 || year > 9999) {
                throw Refusal.invalid("year", "appraisal.refusal.year", year);
            }
        }
    }

    /**
     * What was made public, and what was asked about it.
     *
     * @param finished whether it was final before the reviews that are open now
     * @param stale whether a result or grade changed since, so that it must be made public again
     */
    public record Publicity(
            Optional<Happening.Published> published, List<Review> reviews, boolean finished, boolean stale) {
        static final Publicity NONE = new Publicity(Optional.empty(), List.of(), false, false);

        public Publicity {
            reviews = List.copyOf(reviews);
        }

        Publicity changed() {
            return new Publicity(published, reviews, finished, published.isPresent());
        }
    }

    public Appraisal {
        grades = Map.copyOf(grades);
    }

    public static Appraisal opened(Head head, Scheme scheme) {
        return new Appraisal(head, 1, State.DRAFT, scheme, Optional.empty(), Map.of(), Publicity.NONE);
    }

    // ---- what may happen ----

    public Happening.SchemeSet maySetScheme(Scheme next) {
        require(state == State.DRAFT || state == State.COMPUTED, "appraisal.refusal.published");
        return new Happening.SchemeSet(next);
    }

    /** Whether the whole unit may be computed now; after publication only a review changes a result. */
    public int mayCompute() {
        require(state == State.DRAFT || state == State.COMPUTED, "appraisal.refusal.published");
        return nextRound();
    }

    /** Whether one person's result may be computed again, because a review of it is open. */
    public int mayCorrect(PersonId person) {
        require(openReview(person).isPresent(), "appraisal.refusal.noReview");
        return nextRound();
    }

    public Happening.Computed mayKeep(int round, String run, int people, String digest) {
        require(round == nextRound(), "appraisal.refusal.raced");
        require(people > 0, "appraisal.refusal.nobody");
        return new Happening.Computed(round, run, people, digest);
    }

    /**
     * A grade that people decide on.
     *
     * @param current the grade the person has now; nobody is worse off for asking for a review (Civil Servants Law, article 96)
     */
    public Happening.GradeSet maySetGrade(PersonId person, Grade grade, Optional<Grade> current, String reason) {
        require(state == State.COMPUTED || openReview(person).isPresent(), "appraisal.refusal.notGradable");
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "appraisal.refusal.reason");
        }
        if (current.isEmpty()) {
            throw Refusal.conflict("appraisal.refusal.noGrade");
        }
        if (state == State.REVIEW && grade.compareTo(current.get()) > 0) {
            throw Refusal.conflict("appraisal.refusal.worse");
        }
        return new Happening.GradeSet(person, grade, reason.strip());
    }

    /**
     * Makes the results public, for as long as the figures of the scheme ask at least.
     *
     * @param until last day of publicity as asked for
     * @param margin of the grades as they stand
     * @param seal digest over results and grades, and the tree head of the statements
     */
    public Happening.Published mayPublish(
            LocalDate today, LocalDate until, WorkingDays days, Proposals.Margin margin, Seal seal) {
        var again = publicity.stale() && (state == State.PUBLISHED || state == State.FINAL);
        require(state == State.COMPUTED || again, "appraisal.refusal.notComputed");
        if (!margin.kept()) {
            throw Refusal.conflict("appraisal.refusal.overQuota", margin.used(), margin.places());
        }
        var least = scheme.grading().publicityDays().value().intValue();
        var earliest = days.after(today, least);
        if (until.isBefore(earliest)) {
            throw Refusal.invalid("until", "appraisal.refusal.tooShort", least, earliest.toString());
        }
        return new Happening.Published(today, until, seal.digest(), seal.treeHead());
    }

    public Happening.ReviewAsked mayAskReview(PersonId person, String text, LocalDate today) {
        var published = publicity.published().orElseThrow(() -> Refusal.conflict("appraisal.refusal.notPublished"));
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("text", "appraisal.refusal.reviewText");
        }
        require(openReview(person).isEmpty(), "appraisal.refusal.reviewOpen");
        var last = published.day().plusDays(reviewDays());
        if (today.isAfter(last)) {
            throw Refusal.conflict("appraisal.refusal.reviewLate", last.toString());
        }
        return new Happening.ReviewAsked(person, text.strip(), today.plusDays(reviewDays()));
    }

    /**
     * How a review ends.
     *
     * @param by may not be the one who asked
     */
    public Happening.ReviewDecided mayDecideReview(int number, boolean changed, String reason, PersonId by) {
        var review = publicity.reviews().stream()
                .filter(each -> each.number() == number && each.open())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("appraisal.refusal.noReview"));
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "appraisal.refusal.reason");
        }
        if (review.person().equals(by)) {
            throw Refusal.forbidden("appraisal.refusal.ownReview");
        }
        return new Happening.ReviewDecided(number, changed, reason.strip());
    }

    public Happening.Finished mayFinish(LocalDate today) {
        require(state == State.PUBLISHED, "appraisal.refusal.notPublished");
        require(!publicity.stale(), "appraisal.refusal.publishAgain");
        var until = publicity.published().orElseThrow().until();
        if (!today.isAfter(until)) {
            throw Refusal.conflict("appraisal.refusal.publicityRuns", until.toString());
        }
        return new Happening.Finished();
    }

    // ---- what follows ----

    /** The appraisal after something happened that was allowed to. */
    public Appraisal after(Stamped stamped) {
        var what = stamped.what();
        if (what instanceof Happening.SchemeSet set) {
            return with(State.DRAFT, set.scheme(), latest, Map.of(), publicity);
        }
        if (what instanceof Happening.Computed computed) {
            var next = state == State.DRAFT ? State.COMPUTED : state;
            return with(next, scheme, Optional.of(computed), grades, publicity.changed());
        }
        if (what instanceof Happening.GradeSet set) {
            var more = new HashMap<>(grades);
            more.put(set.person(), set);
            return with(state, scheme, latest, more, publicity.changed());
        }
        return with(afterPublicity(stamped));
    }

    private Publicity afterPublicity(Stamped stamped) {
        var what = stamped.what();
        if (what instanceof Happening.Published published) {
            return new Publicity(Optional.of(published), publicity.reviews(), false, false);
        }
        if (what instanceof Happening.Finished) {
            return new Publicity(publicity.published(), publicity.reviews(), true, publicity.stale());
        }
        var reviews = new ArrayList<>(publicity.reviews());
        if (what instanceof Happening.ReviewAsked asked) {
            reviews.add(new Review(
                    reviews.size() + 1, asked.person(), asked.text(), stamped.at(), asked.due(), Optional.empty()));
        } else if (what instanceof Happening.ReviewDecided decided) {
            var decision = new Review.Decision(decided.changed(), decided.reason(), stamped.by(), stamped.at());
            reviews.replaceAll(review -> review.number() == decided.number() ? review.decided(decision) : review);
        }
        return new Publicity(publicity.published(), reviews, publicity.finished(), publicity.stale());
    }

    private Appraisal with(Publicity next) {
        var settled = next.finished() ? State.FINAL : State.PUBLISHED;
        var open = next.reviews().stream().anyMatch(Review::open);
        return with(open ? State.REVIEW : settled, scheme, latest, grades, next);
    }

    private Appraisal with(
            State nextState,
            Scheme nextScheme,
            Optional<Happening.Computed> nextLatest,
            Map<PersonId, Happening.GradeSet> nextGrades,
            Publicity nextPublicity) {
        return new Appraisal(head, happened + 1, nextState, nextScheme, nextLatest, nextGrades, nextPublicity);
    }

    public Optional<Review> openReview(PersonId person) {
        return publicity.reviews().stream()
                .filter(review -> review.open() && review.person().equals(person))
                .findFirst();
    }

    /** Published results stay visible while a review is open, and afterwards. */
    public boolean visibleToItsPeople() {
        return publicity.published().isPresent();
    }

    private int nextRound() {
        return latest.map(Happening.Computed::round).orElse(0) + 1;
    }

    private int reviewDays() {
        return scheme.grading().reviewDays().value().intValue();
    }

    private static void require(boolean holds, String key) {
        if (!holds) {
            throw Refusal.conflict(key);
        }
    }

    /** What is printed on the page of publicity, so that a later change shows. */
    public record Seal(String digest, String treeHead) {}

    /** A happening, its place in the order, who did it and when. */
    public record Stamped(int number, Happening what, PersonId by, Instant at) {}
}
