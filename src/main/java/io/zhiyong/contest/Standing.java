package io.zhiyong.contest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A contestant's place on the scoreboard.
 *
 * @param rank from 1; equal in everything means equal rank
 * @param right questions answered rightly
 * @param tauMillis over those, pauses left out
 * @param lastStamp epoch milliseconds of the last right answer, 0 without one
 */
record Standing(int rank, int seat, String name, int points, int right, long tauMillis, long lastStamp) {
    /** More points; then less time over the right answers; then the earlier last right answer. */
    private static final Comparator<Standing> ORDER = Comparator.comparingInt(Standing::points)
            .reversed()
            .thenComparing(Comparator.comparingInt(Standing::right).reversed())
            .thenComparingLong(Standing::tauMillis)
            .thenComparingLong(Standing::lastStamp);

    /** Everybody but those sent away, best first, by what may be told. */
    static List<Standing> board(Contest contest) {
        var seats = contest.roster().seats();
        var sums = new long[seats.size()][4];
        contest.openSheets().forEach(sheet -> sheet.marks().forEach(mark -> add(sums[mark.seat() - 1], mark)));
        return ranked(seats.stream()
                .filter(seat -> seat.status() != Seat.Status.KICKED)
                .map(seat -> unranked(seat, sums[seat.number() - 1]))
                .sorted(ORDER.thenComparingInt(Standing::seat))
                .toList());
    }

    private static void add(long[] sum, Mark mark) {
        if (mark.right()) {
            sum[0] += mark.points();
            sum[1]++;
            sum[2] += mark.tauMillis();
            sum[3] = Math.max(sum[3], mark.stamp());
        }
    }

    private static Standing unranked(Seat seat, long[] sum) {
        return new Standing(0, seat.number(), seat.name(), (int) sum[0], (int) sum[1], sum[2], sum[3]);
    }

    private static List<Standing> ranked(List<Standing> sorted) {
        var board = new ArrayList<Standing>(sorted.size());
        for (var each : sorted) {
            var last = board.isEmpty() ? null : board.get(board.size() - 1);
            var tied = last != null && ORDER.compare(last, each) == 0;
            board.add(each.at(tied ? last.rank() : board.size() + 1));
        }
        return board;
    }

    private Standing at(int place) {
        return new Standing(place, seat, name, points, right, tauMillis, lastStamp);
    }
}
