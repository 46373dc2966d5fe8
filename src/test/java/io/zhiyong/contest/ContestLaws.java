package io.zhiyong.contest;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContestLaws {
    private static final int COMMANDS = 120;

    @Test
    void theEventsAloneGiveTheContestBack() {
        forAll(random -> Plays.random(random, COMMANDS), played -> assertThat(Json.write(Contest.fold(played.log())))
                .isEqualTo(Json.write(played.end())));
    }

    @Test
    void replayingTheWrittenLogTwiceIsEqualToTheByte() {
        forAll(random -> Plays.random(random, COMMANDS), played -> {
            var written =
                    Json.mapper().writerFor(new TypeReference<List<Entry>>() {}).writeValueAsString(played.log());
            var once = Json.write(Contest.fold(read(written)));
            var twice = Json.write(Contest.fold(read(written)));
            assertThat(once).isEqualTo(twice).isEqualTo(Json.write(played.end()));
        });
    }

    @Test
    void aSnapshotAnywhereAndTheRestOfTheLogGiveTheSameContest() {
        forAll(random -> new Cut(Plays.random(random, COMMANDS), random), cut -> {
            var log = cut.played().log();
            var at = 1 + cut.random().nextInt(log.size());
            var snapshot = Json.read(Json.write(Contest.fold(log.subList(0, at))), Contest.class);
            var end = snapshot.after(log.subList(at, log.size()));
            assertThat(Json.write(end)).isEqualTo(Json.write(cut.played().end()));
        });
    }

    @Test
    void aRefusedCommandChangesNothing() {
        forAll(random -> new Cut(Plays.random(random, COMMANDS), random), cut -> {
            var contest = cut.played().end();
            var before = Json.write(contest);
            for (var i = 0; i < 30; i++) {
                var command = Plays.command(cut.random(), contest, cut.played().answers(), Plays.START);
                try {
                    var step = command.applyTo(contest, Plays.START.plusSeconds(9999));
                    assertThat(Json.write(contest.after(step.events()))).isEqualTo(Json.write(step.next()));
                } catch (Refusal refusal) {
                    assertThat(refusal.problems()).isNotEmpty();
                }
                assertThat(Json.write(contest)).isEqualTo(before);
            }
        });
    }

    @Test
    void numbersRunWithoutGapsAndStepsNeverGoBack() {
        forAll(random -> Plays.random(random, COMMANDS), played -> {
            var contest = Contest.first(played.log().get(0));
            for (var i = 1; i < played.log().size(); i++) {
                assertThat(played.log().get(i).seq()).isEqualTo(i + 1L);
                var next = contest.after(played.log().get(i));
                assertThat(next.progress().step())
                        .isGreaterThanOrEqualTo(contest.progress().step());
                contest = next;
            }
        });
    }

    @Test
    void aSeatIsKeptForGoodAndNobodyHasTwo() {
        forAll(random -> Plays.random(random, COMMANDS), played -> {
            var contest = Contest.first(played.log().get(0));
            for (var entry : played.log().subList(1, played.log().size())) {
                var next = contest.after(entry);
                var before = contest.roster();
                before.seats().forEach(seat -> assertThat(
                                next.roster().of(seat.person()).orElseThrow().number())
                        .isEqualTo(seat.number()));
                contest = next;
            }
            var people = contest.roster().seats().stream().map(Seat::person).toList();
            assertThat(new HashSet<>(people)).hasSameSizeAs(people);
        });
    }

    @Test
    void theOrderInWhichAnswersAreReadChangesNoScore() {
        forAll(random -> new Cut(Plays.random(random, COMMANDS), random), cut -> {
            var played = cut.played();
            var shuffled = new ArrayList<>(played.answers());
            Collections.shuffle(shuffled, cut.random());
            for (var i = 0; i < played.end().setup().questions().size(); i++) {
                var setup = played.end().setup();
                assertThat(Scoring.sheet(setup, i, shuffled)).isEqualTo(Scoring.sheet(setup, i, played.answers()));
            }
        });
    }

    @Test
    void pointsStayBetweenNothingAndFullMarks() {
        forAll(random -> Plays.random(random, COMMANDS), played -> {
            var rules = played.end().setup().rules();
            var counted =
                    played.end().sheets().stream().filter(it -> !it.voided()).count();
            for (var standing : Standing.board(played.end())) {
                assertThat(standing.points()).isBetween(0, (int) (counted * rules.points()));
                assertThat(standing.right()).isBetween(0, (int) counted);
                assertThat(standing.points())
                        .isGreaterThanOrEqualTo(standing.right() * rules.points() * (100 - rules.speedPercent()) / 100);
            }
        });
    }

    @Test
    void theBoardIsInOrderAndOnlyFullEqualsShareARank() {
        forAll(random -> Plays.random(random, COMMANDS), played -> {
            var board = Standing.board(played.end());
            for (var i = 1; i < board.size(); i++) {
                var above = board.get(i - 1);
                var below = board.get(i);
                assertThat(above.points()).isGreaterThanOrEqualTo(below.points());
                if (above.rank() == below.rank()) {
                    assertThat(List.of(above.points(), above.right(), above.tauMillis(), above.lastStamp()))
                            .isEqualTo(List.of(below.points(), below.right(), below.tauMillis(), below.lastStamp()));
                } else {
                    assertThat(below.rank()).isEqualTo(i + 1);
                }
            }
        });
    }

    @Test
    void withAccuracyFirstSpeedNeverOutranksOneMoreRightAnswer() {
        forAll(
                random -> {
                    var setup = Plays.randomSetup(random);
                    var rules = setup.rules();
                    var questions = 1 + random.nextInt(100);
                    var accurate =
                            new Rules(rules.answerSeconds(), 0, rules.points(), rules.speedPercent(), true, 0, 0);
                    return new Accuracy(accurate, questions, random.nextInt(questions));
                },
                law -> {
                    var slow = Points.right(law.rules(), law.questions(), Long.MAX_VALUE / 1_000_000);
                    var fast = Points.right(law.rules(), law.questions(), 0);
                    assertThat((law.fewer() + 1L) * slow).isGreaterThan(law.fewer() * (long) fast);
                });
    }

    @Test
    void laterIsNeverWorthMore() {
        forAll(Plays::randomSetup, setup -> {
            var last = Integer.MAX_VALUE;
            for (var tau = 0; tau < 40_000; tau += 250) {
                var points = Points.right(setup.rules(), setup.questions().size(), tau);
                assertThat(points)
                        .isLessThanOrEqualTo(last)
                        .isBetween(0, setup.rules().points());
                last = points;
            }
        });
    }

    @Test
    void aClaimNeverBuysMoreThanTheMeasuredLine() {
        forAll(
                random -> new Line(
                        random.nextInt(30_000),
                        new Reaction(random.nextInt(2000), random.nextInt(40_000) - 5000, random.nextInt(151))),
                line -> {
                    var seen = Math.max(0, line.used() - line.reaction().sentAfter());
                    assertThat(line.reaction().bounded(line.used())).isBetween(Math.max(0, seen - Reaction.CAP), seen);
                });
    }

    private static List<Entry> read(String written) throws Exception {
        return Json.mapper().readValue(written, new TypeReference<List<Entry>>() {});
    }

    private record Cut(Plays.Played played, Random random) {}

    private record Accuracy(Rules rules, int questions, int fewer) {}

    private record Line(int used, Reaction reaction) {}
}
