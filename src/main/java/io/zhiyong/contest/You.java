package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What a contestant's screen shows of himself beside the scene.
 *
 * @param points over the revealed questions
 * @param rank between questions and at the end
 * @param choice what is stored for the question at hand; empty before he answered
 * @param right whether it was right, once the key is out and he answered
 * @param earned points of this question, once the key is out
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record You(
        int seat,
        String name,
        Seat.Status status,
        int points,
        Optional<Integer> rank,
        List<String> choice,
        Optional<Boolean> right,
        Optional<Integer> earned) {

    /** @param rank of his place on the board, where the scene shows it */
    static You of(Contest contest, Seat seat, List<String> choice, Optional<Integer> rank) {
        var revealed = contest.phase() == Phase.REVEAL
                && !contest.isVoid(contest.progress().question());
        var mark = revealed
                ? contest.sheet(contest.progress().question()).flatMap(sheet -> sheet.of(seat.number()))
                : Optional.<Mark>empty();
        return new You(
                seat.number(),
                seat.name(),
                seat.status(),
                points(contest, seat.number()),
                rank,
                choice,
                mark.map(Mark::right),
                revealed ? Optional.of(mark.map(Mark::points).orElse(0)) : Optional.empty());
    }

    private static int points(Contest contest, int seat) {
        var points = 0;
        for (var sheet : contest.openSheets()) {
            points += sheet.of(seat).map(Mark::points).orElse(0);
        }
        return points;
    }
}
