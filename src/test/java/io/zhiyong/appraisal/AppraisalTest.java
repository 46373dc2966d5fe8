package io.zhiyong.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppraisalTest {
    private static final PersonId CADRE = new PersonId("cadre");
    private static final PersonId MANAGER = new PersonId("manager");
    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 4);

    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 11);
    private static final Proposals.Margin KEPT = new Proposals.Margin(10, 2, 2);
    private static final Appraisal.Seal SEAL = new Appraisal.Seal("d1", "");

    private Appraisal appraisal =
            Appraisal.opened(new Appraisal.Head(new AppraisalId("a1"), new UnitId("u1"), 2026), ProposalsLaws.SCHEME);

    private void happens(Happening what) {
        appraisal = appraisal.after(
                new Appraisal.Stamped(appraisal.happened() + 1, what, MANAGER, Instant.parse("2026-12-04T02:00:00Z")));
    }

    private void computed() {
        happens(appraisal.mayKeep(appraisal.mayCompute(), "run-r1", 10, "r1"));
    }

    private void published() {
        computed();
        happens(appraisal.mayPublish(TODAY, UNTIL, WorkingDays.PLAIN, KEPT, SEAL));
    }

    private void reviewAsked() {
        published();
        happens(appraisal.mayAskReview(CADRE, "测验成绩有误", TODAY.plusDays(3)));
    }

    @Test
    void theOrdinaryCourse() {
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.DRAFT);
        computed();
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.COMPUTED);
        assertThat(appraisal.visibleToItsPeople()).isFalse();
        happens(appraisal.mayPublish(TODAY, UNTIL, WorkingDays.PLAIN, KEPT, SEAL));
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.PUBLISHED);
        assertThat(appraisal.visibleToItsPeople()).isTrue();
        happens(appraisal.mayFinish(UNTIL.plusDays(1)));
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.FINAL);
        assertThat(appraisal.happened()).isEqualTo(4);
    }

    @Test
    void aDraftIsNotPublished() {
        refused(
                () -> appraisal.mayPublish(TODAY, UNTIL, WorkingDays.PLAIN, KEPT, SEAL),
                "appraisal.refusal.notComputed");
    }

    @Test
    void publicityLastsFiveWorkingDays() {
        computed();
        refused(
                () -> appraisal.mayPublish(TODAY, UNTIL.minusDays(1), WorkingDays.PLAIN, KEPT, SEAL),
                "appraisal.refusal.tooShort");
        var holiday = new WorkingDays(Set.of(LocalDate.of(2026, 12, 9)), Set.of());
        refused(() -> appraisal.mayPublish(TODAY, UNTIL, holiday, KEPT, SEAL), "appraisal.refusal.tooShort");
        var moved = new WorkingDays(Set.of(LocalDate.of(2026, 12, 9)), Set.of(LocalDate.of(2026, 12, 5)));
        assertThat(appraisal.mayPublish(TODAY, UNTIL, moved, KEPT, SEAL).until())
                .isEqualTo(UNTIL);
    }

    @Test
    void whatExceedsTheQuotaIsNotPublished() {
        computed();
        var over = new Proposals.Margin(10, 2, 3);
        refused(() -> appraisal.mayPublish(TODAY, UNTIL, WorkingDays.PLAIN, over, SEAL), "appraisal.refusal.overQuota");
    }

    @Test
    void nothingIsRecomputedBehindAPublication() {
        published();
        refused(() -> appraisal.mayCompute(), "appraisal.refusal.published");
        refused(() -> appraisal.maySetScheme(ProposalsLaws.SCHEME), "appraisal.refusal.published");
        refused(() -> appraisal.mayCorrect(CADRE), "appraisal.refusal.noReview");
    }

    @Test
    void itIsNotFinalWhilePublicityRuns() {
        published();
        refused(() -> appraisal.mayFinish(UNTIL), "appraisal.refusal.publicityRuns");
    }

    @Test
    void aReviewMayBeAskedForThirtyDays() {
        published();
        var last = TODAY.plusDays(30);
        assertThat(appraisal.mayAskReview(CADRE, "请复核", last).due()).isEqualTo(last.plusDays(30));
        refused(() -> appraisal.mayAskReview(CADRE, "请复核", last.plusDays(1)), "appraisal.refusal.reviewLate");
        refused(() -> appraisal.mayAskReview(CADRE, " ", last), "appraisal.refusal.reviewText");
    }

    @Test
    void aReviewHoldsUpTheEndAndIsDecidedByAnother() {
        reviewAsked();
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.REVIEW);
        refused(() -> appraisal.mayFinish(UNTIL.plusDays(1)), "appraisal.refusal.notPublished");
        refused(() -> appraisal.mayAskReview(CADRE, "再次", TODAY), "appraisal.refusal.reviewOpen");
        refused(() -> appraisal.mayDecideReview(1, false, "维持", CADRE), "appraisal.refusal.ownReview");
        refused(() -> appraisal.mayDecideReview(1, false, "", MANAGER), "appraisal.refusal.reason");
        refused(() -> appraisal.mayDecideReview(2, false, "维持", MANAGER), "appraisal.refusal.noReview");
        happens(appraisal.mayDecideReview(1, false, "原成绩无误，维持", MANAGER));
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.PUBLISHED);
        happens(appraisal.mayFinish(UNTIL.plusDays(1)));
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.FINAL);
    }

    @Test
    void aChangeAfterReviewIsPublishedAgain() {
        reviewAsked();
        happens(appraisal.mayKeep(appraisal.mayCorrect(CADRE), "run-r2", 10, "r2"));
        happens(appraisal.mayDecideReview(1, true, "补记一次测验", MANAGER));
        refused(() -> appraisal.mayFinish(UNTIL.plusDays(1)), "appraisal.refusal.publishAgain");
        happens(appraisal.mayPublish(UNTIL, UNTIL.plusDays(7), WorkingDays.PLAIN, KEPT, SEAL));
        happens(appraisal.mayFinish(UNTIL.plusDays(8)));
        assertThat(appraisal.state()).isEqualTo(Appraisal.State.FINAL);
    }

    @Test
    void nobodyIsWorseOffForAsking() {
        reviewAsked();
        var current = Optional.of(Grade.COMPETENT);
        refused(() -> appraisal.maySetGrade(CADRE, Grade.NOT_COMPETENT, current, "复核"), "appraisal.refusal.worse");
        assertThat(appraisal.maySetGrade(CADRE, Grade.EXCELLENT, current, "复核").grade())
                .isEqualTo(Grade.EXCELLENT);
    }

    @Test
    void aGradeNeedsAReasonAndAPersonWhoIsGraded() {
        computed();
        var current = Optional.of(Grade.COMPETENT);
        refused(() -> appraisal.maySetGrade(CADRE, Grade.EXCELLENT, current, " "), "appraisal.refusal.reason");
        refused(
                () -> appraisal.maySetGrade(CADRE, Grade.EXCELLENT, Optional.empty(), "试用期"),
                "appraisal.refusal.noGrade");
        happens(appraisal.maySetGrade(CADRE, Grade.EXCELLENT, current, "急难险重任务表现突出"));
        assertThat(appraisal.grades().get(CADRE).grade()).isEqualTo(Grade.EXCELLENT);
    }

    @Test
    void whoComputedOnAnOlderRoundIsRefused() {
        var round = appraisal.mayCompute();
        computed();
        refused(() -> appraisal.mayKeep(round, "run-r1", 10, "r1"), "appraisal.refusal.raced");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(key);
    }
}
