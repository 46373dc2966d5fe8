package io.zhiyong.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContestTest {
    private Instant now = Plays.START;
    private final List<Answer> answers = new ArrayList<>();
    private Contest contest = Contest.draft(
                    Plays.ID,
                    Plays.HOST,
                    Plays.setup(Plays.rules(3, 1), Plays.question(0, 4, "a"), Plays.question(1, 4, "b", "c")),
                    now)
            .next();

    @Test
    void anEveningRunsFromDraftToClosedByOneKey() {
        var phases = new ArrayList<Phase>();
        give(new Command.OpenLobby(Plays.HOST, "246810"));
        join(1, 2);
        while (!contest.phase().isOver()) {
            phases.add(contest.phase());
            if (contest.phase() == Phase.LOCKED
                    && contest.sheet(contest.progress().question()).isEmpty()) {
                give(new Command.Score(contest.progress().question(), answers));
            }
            advance();
        }
        assertThat(phases)
                .containsExactly(
                        Phase.LOBBY,
                        Phase.COUNTDOWN,
                        Phase.SHOWN,
                        Phase.ANSWERING,
                        Phase.LOCKED,
                        Phase.REVEAL,
                        Phase.BOARD,
                        Phase.SHOWN,
                        Phase.ANSWERING,
                        Phase.LOCKED,
                        Phase.REVEAL,
                        Phase.PODIUM);
    }

    @Test
    void aKeyPressedTwiceMovesOnce() {
        give(new Command.OpenLobby(Plays.HOST, "246810"));
        join(1);
        var seen = contest.progress().step();
        give(new Command.Advance(Plays.HOST, seen));
        refuses(new Command.Advance(Plays.HOST, seen), "contest.refusal.alreadyMoved");
        assertThat(contest.phase()).isEqualTo(Phase.COUNTDOWN);
    }

    @Test
    void anEarlyAnswerIsRefused() {
        untilAnswering(1);
        contest = replayUntil(Phase.SHOWN);
        refusesAnswer(1, "q0", "contest.refusal.tooEarly", "a");
    }

    @Test
    void anAnswerOnItsWayAtTheDeadlineCountsAndALaterOneDoesNot() {
        untilAnswering(1, 2);
        now = now.plus(Duration.ofSeconds(20)).plus(Contest.GRACE);
        assertThat(answer(1, "q0", "a").tauMillis()).isEqualTo(20_800);
        now = now.plusMillis(1);
        refusesAnswer(2, "q0", "contest.refusal.tooLate", "a");
    }

    @Test
    void theDeadlineLocksOnlyWhenTheGraceIsOver() {
        untilAnswering(1);
        now = now.plusSeconds(20);
        refuses(new Command.Tick(), "contest.refusal.early");
        now = now.plus(Contest.GRACE);
        give(new Command.Tick());
        assertThat(contest.phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    void anAnswerToAnotherQuestionOrOptionOrWithoutASeatIsRefused() {
        untilAnswering(1);
        refusesAnswer(1, "q1", "contest.refusal.otherQuestion", "a");
        refusesAnswer(1, "q0", "contest.refusal.choice", "z");
        refusesAnswer(1, "q0", "contest.refusal.choice", "a", "b");
        refusesAnswer(1, "q0", "contest.refusal.choice");
        refusesAnswer(9, "q0", "contest.refusal.noSeat", "a");
    }

    @Test
    void onlyAllRightOptionsTogetherAreRight() {
        var multiple = Plays.question(1, 4, "b", "c");
        assertThat(multiple.isRight(List.of("c", "b"))).isTrue();
        assertThat(multiple.isRight(List.of("b"))).isFalse();
        assertThat(multiple.isRight(List.of("b", "c", "d"))).isFalse();
    }

    @Test
    void aPauseStopsTheClockAndLosesNobodyTime() {
        untilAnswering(1, 2);
        now = now.plusSeconds(5);
        give(new Command.Pause(Plays.HOST));
        refuses(new Command.Tick(), "contest.refusal.held");
        now = now.plusSeconds(600);
        refusesAnswer(1, "q0", "contest.refusal.held", "a");
        give(new Command.Resume(Plays.HOST));
        now = now.plus(Contest.RESUME_LEAD).plusSeconds(2);
        assertThat(answer(1, "q0", "a").tauMillis()).isEqualTo(7_000);
        var timer = contest.progress().timer().orElseThrow();
        assertThat(Duration.between(now, timer.deadline())).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void anAnswerInFlightWhenTimeStoppedIsTaken() {
        untilAnswering(1);
        now = now.plusSeconds(5);
        give(new Command.Pause(Plays.HOST));
        now = now.plusMillis(400);
        assertThat(answer(1, "q0", "a").tauMillis()).isEqualTo(5_000);
    }

    @Test
    void anOutageIsAPauseAndAnswersFromBeforeAreStillTakenButEarnNoSpeedForIt() {
        untilAnswering(1, 2);
        var lastAlive = now.plusSeconds(19);
        now = now.plusSeconds(40);
        give(new Command.Interrupt(lastAlive));
        now = now.plusSeconds(15);
        give(new Command.Recover());
        now = now.plus(Contest.RESUME_LEAD).plus(Contest.RESEND);
        assertThat(answer(1, "q0", "a").tauMillis()).isEqualTo(24_000 + 39_000);
        now = now.plusMillis(1);
        refusesAnswer(2, "q0", "contest.refusal.tooLate", "a");
    }

    @Test
    void anOutageDuringAPauseLeavesItPaused() {
        untilAnswering(1);
        give(new Command.Pause(Plays.HOST));
        give(new Command.Interrupt(now));
        refuses(new Command.Recover(), "contest.refusal.phase");
        give(new Command.Resume(Plays.HOST));
        assertThat(contest.progress().hold()).isEmpty();
    }

    @Test
    void aVoidedQuestionEndsWithoutItsKeyAndCountsForNobody() {
        untilAnswering(1);
        answer(1, "q0", "a");
        give(new Command.VoidQuestion(Plays.HOST, 0, "two right options"));
        assertThat(contest.phase()).isEqualTo(Phase.LOCKED);
        refuses(new Command.Score(0, answers), "contest.refusal.scored");
        advance();
        assertThat(contest.phase()).isNotEqualTo(Phase.REVEAL);
        assertThat(Standing.board(contest).get(0).points()).isZero();
    }

    @Test
    void voidingAPastQuestionTakesItsPointsBack() {
        untilAnswering(1);
        answer(1, "q0", "a");
        advance();
        give(new Command.Score(0, answers));
        advance();
        assertThat(Standing.board(contest).get(0).points()).isEqualTo(1000 - 1000 * 50 * 500 / (100 * 20_000));
        give(new Command.VoidQuestion(Plays.HOST, 0, "outdated"));
        assertThat(Standing.board(contest).get(0).points()).isZero();
        refuses(new Command.VoidQuestion(Plays.HOST, 0, "again"), "contest.refusal.cannotVoid");
    }

    @Test
    void anAcknowledgedAnswerThatTheMarkingMissedIsPutRight() {
        untilAnswering(1, 2);
        answer(1, "q0", "a");
        var late = answer(2, "q0", "a");
        advance();
        give(new Command.Score(0, answers.subList(0, 1)));
        give(new Command.Correct(0, answers, "stored late"));
        assertThat(contest.sheet(0).orElseThrow().of(late.seat()).orElseThrow().right())
                .isTrue();
        assertThat(new Command.Correct(0, answers, "again")
                        .applyTo(contest, now)
                        .events())
                .isEmpty();
    }

    @Test
    void whoComesBackHasTheOldSeatAndWhoWasSentAwayStaysAway() {
        untilAnswering(1, 2);
        give(new Command.Leave(Plays.player(1)));
        give(new Command.Kick(Plays.HOST, 2, "shouting"));
        join(1, 2, 3);
        assertThat(Admission.join(contest, Plays.player(1)).number()).isEqualTo(1);
        assertThat(Admission.join(contest, Plays.player(3)).number()).isEqualTo(3);
        assertThatThrownBy(() -> Admission.join(contest, Plays.player(2)))
                .hasMessageContaining("contest.refusal.kicked");
    }

    @Test
    void aLockedDoorStopsNewcomersOnly() {
        untilAnswering(1);
        give(new Command.LockJoining(Plays.HOST, true));
        join(1, 2);
        assertThat(contest.roster().seats()).hasSize(1);
        assertThatThrownBy(() -> Admission.join(contest, Plays.player(2)))
                .hasMessageContaining("contest.refusal.locked");
    }

    @Test
    void withEqualPointsLessTimeRanksHigherThenTheEarlierAnswer() {
        var sheet = new Sheet(
                0,
                false,
                List.of(),
                List.of(
                        new Mark(1, true, 900, 3000, 50),
                        new Mark(2, true, 900, 2000, 90),
                        new Mark(3, true, 900, 2000, 70)));
        untilAnswering(1, 2, 3);
        var board = Standing.board(contest.with(sheet).with(contest.progress().to(Phase.REVEAL)));
        assertThat(board.stream().map(Standing::seat)).containsExactly(3, 2, 1);
    }

    @Test
    void randomEveningsReachEveryPhase() {
        var reached = EnumSet.noneOf(Phase.class);
        var marks = 0;
        for (var seed = 0; seed < 60; seed++) {
            var played = Plays.random(new Random(seed), 150);
            var contest = Contest.first(played.log().get(0));
            for (var entry : played.log().subList(1, played.log().size())) {
                contest = contest.after(entry);
                reached.add(contest.phase());
            }
            marks += contest.sheets().stream().mapToInt(it -> it.marks().size()).sum();
        }
        assertThat(reached).containsAll(EnumSet.complementOf(EnumSet.of(Phase.CANCELLED)));
        assertThat(marks).isGreaterThan(100);
    }

    private void untilAnswering(int... players) {
        give(new Command.OpenLobby(Plays.HOST, "246810"));
        join(players);
        advance();
        advance();
        advance();
        assertThat(contest.phase()).isEqualTo(Phase.ANSWERING);
    }

    private Contest replayUntil(Phase phase) {
        var again = contest.with(new Progress(
                phase, 0, java.util.Optional.of(Timer.of(now, Duration.ofSeconds(3))), java.util.Optional.empty(), 9));
        return Json.read(Json.write(again), Contest.class);
    }

    private void join(int... players) {
        give(new Command.Join(java.util.Arrays.stream(players)
                .mapToObj(Plays::player)
                .map(person -> new Command.Newcomer(person, person.value(), "unit"))
                .toList()));
    }

    private void advance() {
        give(new Command.Advance(Plays.HOST, contest.progress().step()));
    }

    private void give(Command command) {
        contest = command.applyTo(contest, now).next();
    }

    private Answer answer(int player, String question, String... choice) {
        var answer =
                Admission.answer(contest, Plays.player(player), question, List.of(choice), now, Reaction.unmeasured());
        answers.add(answer);
        return answer;
    }

    private void refuses(Command command, String key) {
        assertThatThrownBy(() -> command.applyTo(contest, now))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }

    private void refusesAnswer(int player, String question, String key, String... choice) {
        assertThatThrownBy(() -> Admission.answer(
                        contest, Plays.player(player), question, List.of(choice), now, Reaction.unmeasured()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }
}
