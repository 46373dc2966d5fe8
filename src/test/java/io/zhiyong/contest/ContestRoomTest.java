package io.zhiyong.contest;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class ContestRoomTest {
    private ContestStore store;
    private Evening evening;

    @BeforeEach
    void begin(Store opened) {
        store = new ContestStore(opened);
        await(store.declareIndexes());
        var setup = Plays.setup(Plays.rules(0, 1), Plays.question(0, 4, "a"), Plays.question(1, 4, "b", "c"));
        evening = new Evening(store, Plays.ID, setup);
    }

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void anAcknowledgedAnswerIsStored() {
        evening.joinUpTo(3);
        evening.until(Phase.ANSWERING);
        evening.answer(1, "q0", "a");
        assertThat(await(store.answers(Plays.ID, 0))).extracting(Answer::seat).containsExactly(1);
    }

    @Test
    void whenAllPresentHaveAnsweredItLocksAndMarksByItself() {
        evening.joinUpTo(2);
        evening.until(Phase.ANSWERING);
        evening.answer(1, "q0", "a");
        evening.answer(2, "q0", "b");
        Evening.waitFor(() -> evening.contest().sheet(0).isPresent());
        assertThat(evening.contest().phase()).isEqualTo(Phase.LOCKED);
        evening.advance();
        assertThat(evening.players.get(1).scene().at("/you/right").asBoolean()).isTrue();
        assertThat(evening.players.get(2).scene().at("/you/right").asBoolean()).isFalse();
        assertThat(evening.players.get(2).scene().at("/question/counts").toString())
                .isEqualTo("[1,1,0,0]");
    }

    @Test
    void aDuplicateIsAcknowledgedWithTheFirstChoiceWheneverItComes() {
        evening.joinUpTo(2);
        evening.until(Phase.ANSWERING);
        evening.answer(1, "q0", "a");
        assertThat(evening.answer(1, "q0", "b").choice()).containsExactly("a");
        evening.until(Phase.REVEAL);
        assertThat(evening.answer(1, "q0", "b").choice()).containsExactly("a");
        assertThat(evening.contest().sheet(0).orElseThrow().marks()).hasSize(1);
    }

    @Test
    void aLateAnswerIsRefusedAndCountsNothing() {
        evening.joinUpTo(2);
        evening.until(Phase.REVEAL);
        assertThatThrownBy(() -> evening.answer(1, "q0", "a")).hasMessageContaining("contest.refusal.tooLate");
        assertThat(evening.contest().sheet(0).orElseThrow().marks()).isEmpty();
    }

    @Test
    void aReloadKeepsSeatPointsAndTheQuestionWithTheTimeLeft() {
        evening.joinUpTo(2);
        evening.until(Phase.ANSWERING);
        evening.answer(1, "q0", "a");
        evening.answer(2, "q0", "b");
        evening.until(Phase.BOARD);
        evening.until(Phase.ANSWERING);
        evening.answer(1, "q1", "b", "c");
        evening.leave(evening.players.get(1));
        evening.join(1);
        var scene = evening.players.get(1).scene();
        assertThat(scene.at("/you/seat").asInt()).isEqualTo(1);
        assertThat(scene.at("/you/points").asInt()).isBetween(900, 1000);
        assertThat(scene.at("/you/choice").toString()).isEqualTo("[\"b\",\"c\"]");
        assertThat(scene.at("/question/id").asText()).isEqualTo("q1");
        assertThat(scene.at("/left").asLong()).isBetween(15_000L, 20_000L);
    }

    @Test
    void whoReloadsIsStillWaitedFor() {
        evening.joinUpTo(2);
        evening.until(Phase.ANSWERING);
        evening.leave(evening.players.get(2));
        evening.answer(1, "q0", "a");
        assertThat(evening.contest().phase()).isEqualTo(Phase.ANSWERING);
        evening.join(2);
        evening.answer(2, "q0", "a");
        Evening.waitFor(() -> evening.contest().phase() == Phase.LOCKED);
    }

    @Test
    void aQuestionCostsEachContestantTwoFramesAndTheHouseAConstant() {
        var players = 40;
        evening.joinUpTo(players);
        evening.until(Phase.COUNTDOWN);
        var stage = FakeLine.stage();
        evening.enter(stage);
        evening.players.values().forEach(FakeLine::forget);
        stage.forget();
        evening.until(Phase.ANSWERING);
        for (var player = 1; player <= players; player++) {
            evening.answer(player, "q0", "a");
        }
        evening.until(Phase.REVEAL);
        assertThat(evening.players.values())
                .allSatisfy(line -> assertThat(line.frames()).hasSize(2));
        assertThat(stage.scenes()).hasSizeLessThan(6);
    }

    @Test
    void contestantsHearAQuestionBeforeTheHouse() {
        evening.joinUpTo(2);
        var order = new java.util.concurrent.CopyOnWriteArrayList<Scene.Viewer>();
        for (var line : List.of(FakeLine.host(), FakeLine.stage(), FakeLine.player(Plays.player(1)))) {
            evening.enter(new Line() {
                @Override
                public Scene.Viewer viewer() {
                    return line.viewer();
                }

                @Override
                public java.util.Optional<io.zhiyong.base.PersonId> person() {
                    return line.person();
                }

                @Override
                public long trip() {
                    return 0;
                }

                @Override
                public void send(String frame) {
                    if (frame.contains("ANSWERING")) {
                        order.add(line.viewer());
                    }
                }

                @Override
                public void close(Closing why) {
                    line.close(why);
                }
            });
        }
        evening.until(Phase.ANSWERING);
        assertThat(order).containsExactly(Scene.Viewer.PLAYER, Scene.Viewer.STAGE, Scene.Viewer.HOST);
    }

    @Test
    void whoIsSentAwayIsToldAndDisconnected() {
        evening.joinUpTo(2);
        evening.give(new Command.Kick(Plays.HOST, 2, "shouting"));
        assertThat(evening.players.get(2).closed()).contains(Line.Closing.OVER);
        assertThat(evening.players.get(1).closed()).isEmpty();
        assertThatThrownBy(() -> evening.join(2)).hasMessageContaining("contest.refusal.kicked");
    }

    @Test
    void aDeposedOwnerStopsAtItsNextWord() {
        evening.joinUpTo(1);
        var stranger = Contest.fold(await(store.log(Plays.ID)));
        await(store.append(new Command.Interrupt(java.time.Instant.now())
                .applyTo(stranger, java.time.Instant.now())
                .events()));
        assertThatThrownBy(() -> evening.advance()).hasMessageContaining("contest.refusal.moved");
        assertThat(evening.players.get(1).closed()).contains(Line.Closing.AGAIN);
    }

    @Test
    void twoContestsNeverSeeEachOthersFrames() {
        var other =
                new Evening(store, new ContestId("other"), Plays.setup(Plays.rules(0, 1), Plays.question(7, 2, "b")));
        evening.joinUpTo(3);
        other.joinUpTo(3);
        evening.until(Phase.ANSWERING);
        other.until(Phase.ANSWERING);
        other.answer(1, "q7", "b");
        assertThatThrownBy(() -> other.answer(2, "q0", "a")).hasMessageContaining("contest.refusal.otherQuestion");
        evening.answer(1, "q0", "a");
        evening.until(Phase.REVEAL);
        other.until(Phase.REVEAL);
        assertThat(all(evening)).noneMatch(frame -> frame.contains("q7") || frame.contains("stem 7"));
        assertThat(all(other)).noneMatch(frame -> frame.contains("q0") || frame.contains("stem 0"));
        assertThat(await(store.answers(Plays.ID, 0))).hasSize(1);
        other.close();
    }

    private static List<String> all(Evening evening) {
        return evening.players.values().stream()
                .flatMap(line -> line.frames().stream())
                .toList();
    }
}
