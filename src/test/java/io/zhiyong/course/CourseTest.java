package io.zhiyong.course;

import static io.zhiyong.course.Courses.START;
import static io.zhiyong.course.Courses.lesson;
import static io.zhiyong.course.Courses.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final PersonId AUTHOR = new PersonId("author");
    private static final PersonId SECOND = new PersonId("second");

    private static Course draft() {
        return Course.begin(new CourseId("c1"), new UnitId("u-root"), Courses.ABOUT, AUTHOR)
                .write(AUTHOR, edition -> edition.plus(lesson("l1", "q1")));
    }

    @Test
    void nobodyPublishesWhatHeWrote() {
        var submitted = draft().submit(AUTHOR, START);
        assertThatThrownBy(() -> submitted.publish(AUTHOR, START)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(submitted.publish(SECOND, START).state()).isEqualTo(Course.State.PUBLISHED);
    }

    @Test
    void whoChangedOneWordIsAnAuthorToo() {
        var submitted =
                draft().write(SECOND, edition -> edition.plus(lesson("l2"))).submit(AUTHOR, START);
        assertThatThrownBy(() -> submitted.publish(SECOND, START)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void aSubmittedDraftIsNotWrittenInUntilItIsSentBack() {
        var submitted = draft().submit(AUTHOR, START);
        assertThatThrownBy(() -> submitted.write(AUTHOR, edition -> edition)).isInstanceOf(Refusal.Conflict.class);
        var back = submitted.sendBack(SECOND, START, "第二课引文有误");
        assertThat(back.draft().orElseThrow().sentBack()).contains("第二课引文有误");
        assertThat(back.write(AUTHOR, edition -> edition.plus(lesson("l2"))).state())
                .isEqualTo(Course.State.DRAFT);
    }

    @Test
    void aCourseWithoutLessonsIsNotSubmitted() {
        var empty = Course.begin(new CourseId("c1"), new UnitId("u-root"), Courses.ABOUT, AUTHOR);
        assertThatThrownBy(() -> empty.submit(AUTHOR, START)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void writingInAPublishedCourseOpensTheNextEditionAndLeavesWhatIsTaught() {
        var course = published(lesson("l1", "q1")).write(AUTHOR, edition -> edition.plus(lesson("l2")));
        assertThat(course.taught().version()).isEqualTo(1);
        assertThat(course.taught().lessons()).hasSize(1);
        assertThat(course.latest().version()).isEqualTo(2);
        assertThat(course.latest().lessons()).hasSize(2);
        assertThat(course.state()).isEqualTo(Course.State.PUBLISHED);
    }

    @Test
    void aNewEditionKeepsWhatWasMasteredAndAsksForTheRest() {
        var first = lesson("l1", "q1");
        var course = published(first);
        var progress = Progress.none(Courses.READER, course.id())
                .after(Courses.tried(first, Set.of("q1"), START), course.taught());
        assertThat(progress.completed()).contains(new Progress.Completed(1, START));
        var second = course.write(AUTHOR, edition -> edition.plus(lesson("l2", "q2")))
                .submit(AUTHOR, START)
                .publish(SECOND, START)
                .taught();
        assertThat(progress.resume(second)).contains(second.lesson("2"));
        assertThat(progress.isDone(second.lesson("l1"))).isTrue();
    }

    @Test
    void aRetiredCourseIsNotRetiredAgain() {
        var retired = published(lesson("l1")).retire(AUTHOR, START, "法律已修订");
        assertThat(retired.state()).isEqualTo(Course.State.RETIRED);
        assertThatThrownBy(() -> retired.retire(AUTHOR, START, "")).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void twoThirdsOfThreeAreTwoAndOfFourThree() {
        var mark = new BigDecimal("0.66");
        assertThat(new Checkpoint(List.of("a", "b", "c"), mark).needed()).isEqualTo(2);
        assertThat(new Checkpoint(List.of("a", "b", "c", "d"), mark).needed()).isEqualTo(3);
    }

    @Test
    void rightAnswersToOtherQuestionsMasterNothing() {
        var checkpoint = new Checkpoint(List.of("a", "b"), BigDecimal.ONE);
        assertThat(checkpoint.masteredBy(Set.of("a", "x", "y"))).isFalse();
        assertThat(checkpoint.masteredBy(Set.of("a", "b"))).isTrue();
    }

    @Test
    void aQuestionTwiceAndALessonTwiceAreRefused() {
        assertThatThrownBy(() -> new Checkpoint(List.of("a", "a"), BigDecimal.ONE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Edition(1, Courses.ABOUT, List.of(lesson("l1"), lesson("l1"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLessonIsFoundByNumberAndByKeyAndNothingElseIs() {
        var edition = published(lesson("l1"), lesson("l2")).taught();
        assertThat(edition.lesson("2")).isEqualTo(edition.lesson("l2"));
        for (var nothing : List.of("0", "3", "999", "l9", "", "-1", "1.0", "99999999999")) {
            assertThatThrownBy(() -> edition.lesson(nothing)).isInstanceOf(Refusal.NotFound.class);
        }
    }
}
