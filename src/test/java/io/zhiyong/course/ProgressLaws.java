package io.zhiyong.course;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgressLaws {
    private static Map<String, java.util.Optional<java.time.Instant>> mastery(Progress progress) {
        return progress.lessons().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().mastered()));
    }

    @Test
    void theOrderInWhichEventsArriveDoesNotMatterForMastery() {
        forAll(Courses::going, going -> {
            var straight = going.progress();
            var other = going.fold(Courses.shuffled(going.events(), 7));
            assertThat(mastery(other)).isEqualTo(mastery(straight));
            assertThat(other.completed().isPresent())
                    .isEqualTo(straight.completed().isPresent());
            assertThat(other.resume(going.edition())).isEqualTo(straight.resume(going.edition()));
        });
    }

    @Test
    void whatHappenedTwiceCountsOnce() {
        forAll(Courses::going, going -> {
            var twice = new ArrayList<>(going.events());
            twice.addAll(going.events());
            assertThat(going.fold(twice)).isEqualTo(going.progress());
        });
    }

    @Test
    void completionIsNeverTakenBackAndMasteryOnlyGrows() {
        forAll(Courses::going, going -> {
            var progress = going.fold(java.util.List.of());
            for (var event : going.events()) {
                var next = progress.after(event, going.edition());
                assertThat(next.done(going.edition())).isGreaterThanOrEqualTo(progress.done(going.edition()));
                if (progress.completed().isPresent()) {
                    assertThat(next.completed()).isEqualTo(progress.completed());
                }
                progress = next;
            }
        });
    }

    @Test
    void completeExactlyWhenEveryLessonIsDone() {
        forAll(Courses::going, going -> {
            var progress = going.progress();
            var all = going.edition().lessons().stream().allMatch(progress::isDone);
            assertThat(progress.completed().isPresent()).isEqualTo(all);
        });
    }

    @Test
    void wrongAnswersNeverMasterAndNeverComplete() {
        forAll(Courses::going, going -> {
            var wrong = going.events().stream()
                    .filter(event -> event instanceof StudyEvent.Tried)
                    .map(event -> (StudyEvent.Tried) event)
                    .<StudyEvent>map(tried -> new StudyEvent.Tried(
                            tried.lesson(),
                            new Steps.Try(
                                    tried.attempt().answers(),
                                    Set.of(),
                                    tried.attempt().at())))
                    .toList();
            var progress = going.fold(wrong);
            assertThat(progress.completed()).isEmpty();
            assertThat(progress.done(going.edition())).isZero();
        });
    }

    @Test
    void neitherTimeNorPlaceInALessonEverMastersIt() {
        forAll(Courses::going, going -> {
            var places = going.events().stream()
                    .filter(event -> event instanceof StudyEvent.Left)
                    .toList();
            assertThat(going.fold(places).done(going.edition())).isZero();
        });
    }

    @Test
    void oneGoesOnAtTheFirstLessonThatIsNotDone() {
        forAll(Courses::going, going -> {
            var progress = going.progress();
            var next = progress.resume(going.edition()).orElseThrow();
            var before = going.edition().lessons().subList(0, going.edition().numberOf(next) - 1);
            assertThat(before).allMatch(progress::isDone);
            if (progress.completed().isEmpty()) {
                assertThat(progress.isDone(next)).isFalse();
            }
        });
    }

    @Test
    void theNewestPositionIsTheOneToGoOnAt() {
        forAll(Courses::going, going -> {
            var progress = going.progress();
            going.events().stream()
                    .filter(event -> event instanceof StudyEvent.Left)
                    .map(event -> (StudyEvent.Left) event)
                    .forEach(left -> assertThat(progress.lessons()
                                    .get(left.lesson())
                                    .position()
                                    .orElseThrow()
                                    .saved())
                            .isAfterOrEqualTo(left.position().saved()));
        });
    }
}
