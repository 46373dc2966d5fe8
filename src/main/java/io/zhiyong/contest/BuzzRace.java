package io.zhiyong.contest;

import io.zhiyong.base.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who was first (抢答). Arrival would reward the better network; a phone's own word would reward the liar. So the word is
 * believed only as far as the server's own measurements allow, and a decision waits until nobody still silent could win
 * (CONTEST.md section 3). Pure; times are milliseconds of one server clock.
 */
final class BuzzRace {
    /**
     * Somebody who may buzz.
     *
     * @param sent when the question was written to his connection
     * @param least the least round trip of his window
     * @param jitter what his line's unsteadiness is granted: {@link BuzzRules#jitter}
     * @param questionTrip the round trip of the ping sent with the question, once it is back
     */
    record Contender(int seat, double sent, double least, double jitter, Optional<Double> questionTrip) {
        /** From a window of round trips, in any order; at least one. */
        static Contender of(BuzzRules rules, int seat, double sent, double[] window, Optional<Double> questionTrip) {
            var sorted = window.clone();
            Arrays.sort(sorted);
            var high = sorted[Math.max(0, (int) Math.ceil(sorted.length * 0.9) - 1)];
            return new Contender(seat, sent, sorted[0], rules.jitter(sorted[0], high), questionTrip);
        }

        /** The most network time, there and back, that is believed of him. */
        double network(BuzzRules rules) {
            return Math.min(Math.max(least + jitter, questionTrip.orElse(0.0)), rules.cap());
        }

        /** The most that is believed of the way back alone. */
        double wayBack(BuzzRules rules) {
            return Math.min(least / 2 + jitter, rules.cap());
        }
    }

    /**
     * A press as it came.
     *
     * @param claim REMOTE: the reaction time as the phone tells it; HALL: the moment of the press in server time, as the
     *     phone's synchronized clock tells it
     * @param arrived when the server decoded it
     */
    record Press(int seat, double claim, double arrived) {}

    /**
     * The fairness receipt: everything that a place was decided by.
     *
     * @param seen what the server saw: from sending to arrival
     * @param network the most network time believed
     * @param time what counted: a reaction, or a moment
     * @param early a false start: nobody reacts that fast
     */
    record Receipt(int seat, double claim, double seen, double network, double time, boolean early) {}

    /**
     * The outcome.
     *
     * @param winner empty when all started too early
     * @param deadHeat the seats among which the lot decided; fewer than two when it was not needed
     */
    record Decision(Optional<Integer> winner, List<Integer> deadHeat, List<Receipt> receipts) {}

    private final BuzzRules rules;
    private final Map<Integer, Contender> contenders;

    BuzzRace(BuzzRules rules, Collection<Contender> contenders) {
        this.rules = rules;
        this.contenders = contenders.stream().collect(Collectors.toMap(Contender::seat, Function.identity()));
    }

    /** What one press counts. */
    Receipt judge(Press press) {
        var contender = contenders.get(press.seat());
        var seen = press.arrived() - contender.sent();
        if (rules.order() == BuzzRules.Order.HALL) {
            var back = contender.wayBack(rules);
            var moment = Math.min(Math.max(press.claim(), press.arrived() - back), press.arrived());
            return new Receipt(
                    press.seat(), press.claim(), seen, back, moment, moment - contender.sent() < BuzzRules.FASTEST);
        }
        var network = contender.network(rules);
        var reaction = Math.min(Math.max(press.claim(), seen - network), seen);
        return new Receipt(press.seat(), press.claim(), seen, network, reaction, reaction < BuzzRules.FASTEST);
    }

    /**
     * The decision, as soon as nobody still silent can win; empty while somebody could. What was decided once stays: later
     * presses cannot be better.
     *
     * @param presses all that have come, the first of each seat counts
     * @param seed of the lot; its {@link #commitment} was shown before the question was armed
     */
    Optional<Decision> decide(Collection<Press> presses, double now, String seed) {
        var receipts = firsts(presses).stream()
                .map(this::judge)
                .sorted(Comparator.comparingDouble(Receipt::time).thenComparingInt(Receipt::seat))
                .toList();
        var valid = receipts.stream().filter(receipt -> !receipt.early()).toList();
        if (valid.isEmpty()) {
            return receipts.size() == contenders.size()
                    ? Optional.of(new Decision(Optional.empty(), List.of(), receipts))
                    : Optional.empty();
        }
        var best = valid.get(0).time();
        if (somebodyCouldWin(receipts, best + BuzzRules.DEAD_HEAT, now)) {
            return Optional.empty();
        }
        var heat = valid.stream()
                .filter(receipt -> receipt.time() - best < BuzzRules.DEAD_HEAT)
                .map(Receipt::seat)
                .toList();
        return Optional.of(new Decision(Optional.of(lot(heat, seed)), heat, receipts));
    }

    private List<Press> firsts(Collection<Press> presses) {
        return presses.stream()
                .filter(press -> contenders.containsKey(press.seat()))
                .collect(Collectors.toMap(
                        Press::seat, Function.identity(), (a, b) -> a.arrived() <= b.arrived() ? a : b))
                .values()
                .stream()
                .toList();
    }

    /** Whether a press that arrived only now could still come before the best, or within a dead heat of it. */
    private boolean somebodyCouldWin(List<Receipt> receipts, double limit, double now) {
        var pressed = receipts.stream().map(Receipt::seat).collect(Collectors.toSet());
        return contenders.values().stream()
                .filter(contender -> !pressed.contains(contender.seat()))
                .anyMatch(contender -> soonest(contender, now) < limit);
    }

    private double soonest(Contender contender, double now) {
        return rules.order() == BuzzRules.Order.HALL
                ? now - contender.wayBack(rules)
                : now - contender.sent() - contender.network(rules);
    }

    /** What is shown before the question is armed, so that the lot cannot be chosen afterwards. */
    static String commitment(String seed) {
        return Hashes.sha256Hex(seed);
    }

    /** The seat with the least SHA-256 over seed and seat: anybody can check it once the seed is out. */
    static int lot(List<Integer> seats, String seed) {
        return seats.stream()
                .min(Comparator.comparing(seat ->
                        HexFormat.of().formatHex(Hashes.sha256((seed + "|" + seat).getBytes(StandardCharsets.UTF_8)))))
                .orElseThrow();
    }
}
