package io.zhiyong.course;

import java.time.Instant;
import java.util.Optional;

/** One thing a person did in a lesson. */
sealed interface StudyEvent {
    String lesson();

    /** What this alone comes to. */
    Steps steps(Edition edition);

    /** The lesson was opened. */
    record Opened(String lesson, Instant at) implements StudyEvent {
        @Override
        public Steps steps(Edition edition) {
            return new Steps(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The lesson was left at a place. */
    record Left(String lesson, Steps.Position position) implements StudyEvent {
        @Override
        public Steps steps(Edition edition) {
            return new Steps(Optional.empty(), Optional.empty(), Optional.of(position), Optional.empty());
        }
    }

    /** The checkpoint was tried. Enough right answers master the lesson; too few take nothing away. */
    record Tried(String lesson, Steps.Try attempt) implements StudyEvent {
        @Override
        public Steps steps(Edition edition) {
            var mastered = edition.lesson(lesson)
                    .checkpoint()
                    .filter(checkpoint -> checkpoint.masteredBy(attempt.right()))
                    .map(checkpoint -> attempt.at());
            return new Steps(Optional.empty(), mastered, Optional.empty(), Optional.of(attempt));
        }
    }
}
