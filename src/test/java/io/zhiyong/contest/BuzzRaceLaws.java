package io.zhiyong.contest;

import static io.zhiyong.testkit.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.contest.BuzzRace.Contender;
import io.zhiyong.contest.BuzzRace.Press;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuzzRaceLaws {
    private static final double END = 1e9;

    /** One contestant of a simulated race: what truly happened, and what the server got to see of it. */
    private record Run(Contender contender, Press press, double reaction) {}

    /** @param liar seat that claims the fastest reaction allowed; 0 for nobody */
    private record Race(BuzzRules rules, List<Run> runs, int liar) {
        BuzzRace race() {
            return new BuzzRace(rules, runs.stream().map(Run::contender).toList());
        }

        List<Press> presses() {
            return runs.stream().map(Run::press).toList();
        }

        int trulyFirst() {
            return runs.stream()
                    .min(Comparator.comparingDouble(Run::reaction))
                    .orElseThrow()
                    .contender()
                    .seat();
        }

        int firstToArrive() {
            return presses().stream()
                    .min(Comparator.comparingDouble(Press::arrived))
                    .orElseThrow()
                    .seat();
        }

        int winner() {
            return race().decide(presses(), END, "seed").orElseThrow().winner().orElseThrow();
        }
    }

    /** A model of mobile data, ours, not a measurement: each line has its own least delay, and every trip some more by chance, now and then much more. */
    private static double way(Random random, double least) {
        var spike = random.nextInt(20) == 0 ? random.nextDouble() * 60 : 0;
        return least - 12 * Math.log(1 - random.nextDouble()) + spike;
    }

    private static Race remote(Random random, int contestants, int liar) {
        var rules = BuzzRules.remote();
        var runs = new ArrayList<Run>();
        for (var seat = 1; seat <= contestants; seat++) {
            var least = 15 + random.nextDouble() * 55;
            var window = new double[12];
            for (var i = 0; i < window.length; i++) {
                window[i] = way(random, least) + way(random, least);
            }
            var sent = seat * 0.05;
            var there = way(random, least);
            var reaction = Math.max(180, 450 + 80 * random.nextGaussian());
            var back = way(random, least);
            var contender = Contender.of(rules, seat, sent, window, Optional.of(there + way(random, least)));
            var claim = seat == liar ? BuzzRules.FASTEST : reaction;
            runs.add(new Run(contender, new Press(seat, claim, sent + there + reaction + back), reaction));
        }
        return new Race(rules, runs, liar);
    }

    @Test
    void theTrulyFirstOfEightWinsFarMoreOftenThanByArrival() {
        var byArrival = share(8, race -> race.firstToArrive() == race.trulyFirst());
        var byRule = share(8, race -> race.winner() == race.trulyFirst());
        assertThat(byRule).isGreaterThan(0.85).isGreaterThan(byArrival + 0.12);
    }

    @Test
    void ofThirtyToo() {
        var byArrival = share(30, race -> race.firstToArrive() == race.trulyFirst());
        var byRule = share(30, race -> race.winner() == race.trulyFirst());
        assertThat(byRule).isGreaterThan(0.8).isGreaterThan(byArrival + 0.15);
    }

    private static double share(int contestants, java.util.function.Predicate<Race> holds) {
        var random = new Random(42);
        var held = 0;
        for (var i = 0; i < 4000; i++) {
            held += holds.test(remote(random, contestants, 0)) ? 1 : 0;
        }
        return held / 4000.0;
    }

    @Test
    void lyingInThePageGainsLittle() {
        var random = new Random(7);
        var gained = 0.0;
        for (var i = 0; i < 4000; i++) {
            var race = remote(random, 2, 1);
            var liar = race.runs().get(0);
            gained += liar.reaction() - race.race().judge(liar.press()).time();
        }
        assertThat(gained / 4000).isLessThan(20);
    }

    @Test
    void aClaimOfNothingIsNeverBelievedBeyondTheMeasuredLine() {
        forAll(random -> remote(random, 5, 1 + random.nextInt(5)), race -> race.runs()
                .forEach(run -> {
                    var receipt = race.race().judge(run.press());
                    assertThat(receipt.time())
                            .isGreaterThanOrEqualTo(
                                    receipt.seen() - race.rules().cap() - 1e-9)
                            .isLessThanOrEqualTo(receipt.seen() + 1e-9);
                }));
    }

    @Test
    void shufflingThePressesKeepsTheWinner() {
        forAll(random -> remote(random, 2 + random.nextInt(10), 0), race -> {
            var shuffled = new ArrayList<>(race.presses());
            Collections.shuffle(shuffled, new Random(3));
            assertThat(race.race().decide(shuffled, END, "seed"))
                    .isEqualTo(race.race().decide(race.presses(), END, "seed"));
        });
    }

    @Test
    void whatIsDecidedEarlyIsWhatWouldBeDecidedInTheEnd() {
        forAll(random -> remote(random, 2 + random.nextInt(10), 0), race -> {
            var inOrder = new ArrayList<>(race.presses());
            inOrder.sort(Comparator.comparingDouble(Press::arrived));
            for (var i = 1; i <= inOrder.size(); i++) {
                var now = i < inOrder.size() ? inOrder.get(i).arrived() - 1e-6 : END;
                var early = race.race().decide(inOrder.subList(0, i), now, "seed");
                if (early.isPresent()) {
                    assertThat(early.get().winner()).contains(race.winner());
                    return;
                }
            }
            throw new AssertionError("never decided");
        });
    }

    @Test
    void theDecisionIsThereAtTheLatestWhenTheCapHasPassed() {
        forAll(random -> remote(random, 6, 0), race -> {
            var one = race.presses().get(0);
            var best = race.race().judge(one).time();
            var latest = 6 * 0.05 + race.rules().cap() + best + BuzzRules.DEAD_HEAT;
            assertThat(race.race().decide(List.of(one), latest, "seed")).isPresent();
        });
    }

    @Test
    void aPressFasterThanAnybodyCanReactIsAFalseStart() {
        var rules = BuzzRules.venue(BuzzRules.Order.REMOTE);
        var contender = new Contender(1, 0, 6, 4, Optional.of(8.0));
        var race = new BuzzRace(rules, List.of(contender));
        var decision = race.decide(List.of(new Press(1, 60, 70)), END, "seed").orElseThrow();
        assertThat(decision.winner()).isEmpty();
        assertThat(decision.receipts()).singleElement().matches(BuzzRace.Receipt::early);
    }

    @Test
    void aDeadHeatIsDecidedByALotThatAnybodyCanCheck() {
        var rules = BuzzRules.venue(BuzzRules.Order.REMOTE);
        var contenders = List.of(
                new Contender(1, 0, 6, 4, Optional.empty()),
                new Contender(2, 0, 6, 4, Optional.empty()),
                new Contender(3, 0, 6, 4, Optional.empty()));
        var presses = List.of(new Press(1, 400, 406), new Press(2, 405, 411), new Press(3, 450, 456));
        var winners = new java.util.HashSet<Integer>();
        for (var i = 0; i < 40; i++) {
            var decision = new BuzzRace(rules, contenders)
                    .decide(presses, END, "seed " + i)
                    .orElseThrow();
            assertThat(decision.deadHeat()).containsExactly(1, 2);
            assertThat(decision.winner()).contains(BuzzRace.lot(List.of(2, 1), "seed " + i));
            winners.add(decision.winner().orElseThrow());
        }
        assertThat(winners).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void inTheHallThePressItselfIsComparedWithinTheWayBack() {
        var race = new BuzzRace(
                BuzzRules.hallOnMobile(),
                List.of(new Contender(1, 0, 20, 10, Optional.empty()), new Contender(2, 0, 80, 20, Optional.empty())));
        var decision = race.decide(List.of(new Press(1, 500, 510), new Press(2, 480, 520)), END, "seed")
                .orElseThrow();
        assertThat(decision.winner()).contains(2);
        var lie = race.judge(new Press(2, 0, 520));
        assertThat(lie.time()).isEqualTo(520 - 60);
    }
}
