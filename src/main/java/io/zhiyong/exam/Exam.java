package io.zhiyong.exam;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Blueprint;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Pool;
import java.time.Instant;
import java.util.Optional;

/**
 * An exam as it is set (考试). Once published it changes no more; it can be withdrawn.
 *
 * @param draw what papers are drawn with; there from publication on
 */
record Exam(ExamId id, About about, Terms terms, Blueprint blueprint, State state, Optional<Draw> draw) {
    /** Where an exam stands in the hands of its organizer. */
    enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** Where it stands for those who sit it. */
    enum Phase {
        COMING,
        OPEN,
        OVER,
        NOT_GIVEN
    }

    /**
     * What it is and whom it is for.
     *
     * @param notes scope and rules in the organizer's words; may be empty
     * @param unit everybody in it and below it may sit the exam
     * @param category the class of study that credit rules count by; may be empty
     */
    record About(Text title, String notes, UnitId unit, String category) {
        About {
            notes = notes == null ? "" : notes.strip();
            category = category == null ? "" : category.strip();
            if (title.zh().length() > 100 || notes.length() > 4_000 || category.length() > 64) {
                throw Refusal.invalid("title", "refusal.tooLong", 100);
            }
        }
    }

    /**
     * The means of drawing, so that anybody can check every paper: the hash of the pool and of the secret are shown before,
     * the secret itself when the exam is over.
     *
     * @param secret 256 bits of chance
     */
    record Draw(String secret, String poolHash, Instant at) {
        /** SHA-256 of the secret: binds it before it is shown. */
        String commitment() {
            return Hashes.sha256Hex(secret);
        }

        /** The seed of one attempt; anybody who knows the secret can tell it. */
        String seed(PersonId person, int number) {
            return Hashes.sha256Hex(secret + "|" + person + "|" + number);
        }
    }

    Points full() {
        return blueprint.full();
    }

    Phase phase(Instant now) {
        if (state != State.PUBLISHED) {
            return Phase.NOT_GIVEN;
        }
        if (now.isBefore(terms.opens())) {
            return Phase.COMING;
        }
        return now.isBefore(terms.closes()) ? Phase.OPEN : Phase.OVER;
    }

    Exam edited(About newAbout, Terms newTerms, Blueprint newBlueprint) {
        if (state != State.DRAFT) {
            throw Refusal.conflict("exam.refusal.published");
        }
        return new Exam(id, newAbout, newTerms, newBlueprint, state, draw);
    }

    /** Given to those it is for; the pool it draws from is fixed by its hash. */
    Exam published(Pool pool, String secret, Instant now) {
        if (state != State.DRAFT) {
            throw Refusal.conflict("exam.refusal.published");
        }
        if (!now.isBefore(terms.closes())) {
            throw Refusal.invalid("closes", "exam.refusal.closesInPast");
        }
        return new Exam(id, about, terms, blueprint, State.PUBLISHED, Optional.of(new Draw(secret, pool.hash(), now)));
    }

    /** Nobody can begin any more; what was handed in stays. */
    Exam withdrawn() {
        if (state != State.PUBLISHED) {
            throw Refusal.conflict("exam.refusal.notPublished");
        }
        return new Exam(id, about, terms, blueprint, State.WITHDRAWN, draw);
    }

    /** Whether so many points pass. */
    boolean passes(Points score) {
        return (long) score.hundredths() * 100 >= (long) full().hundredths() * terms.passPercent();
    }
}
