package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a screen shows: the whole of it, small enough (under 2 KB and a question's text) to be sent at every change. So a
 * screen needs no memory: whoever comes back gets the scene of now and has missed nothing.
 *
 * <p>A scene says no more than its phase allows: options from {@link Phase#ANSWERING} on, the key and what hangs on it from
 * {@link Phase#REVEAL} on. Times are epoch milliseconds of the server's clock; {@code now} lets a screen find out how far
 * its own is off.
 *
 * @param seq number of the last event in it
 * @param step what the host's key must name
 * @param left milliseconds left of the current stretch while it runs or stands still; absent where nothing is timed
 * @param runsAt when it runs again after a pause; the past otherwise
 * @param marked the question at hand is marked: the key may be shown next
 * @param players how many take part
 * @param code finds the lobby; for host and stage
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Scene(
        String type,
        long seq,
        long now,
        Phase phase,
        int step,
        Optional<Hold.Kind> hold,
        Optional<Long> left,
        Optional<Long> length,
        long runsAt,
        boolean marked,
        int players,
        Optional<String> code,
        Optional<Asked> question,
        List<Place> board) {
    private static final int TOP = 10;

    /** Who is looking. */
    enum Viewer {
        HOST,
        STAGE,
        PLAYER
    }

    /**
     * The question at hand.
     *
     * @param number from 1
     * @param of how many there are
     * @param options none before they are out
     * @param key none before the reveal
     * @param counts how many chose each option; none before the reveal
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Asked(
            String id,
            ContestQuestion.Kind kind,
            int number,
            int of,
            String stem,
            List<ContestQuestion.Option> options,
            List<String> key,
            List<Integer> counts,
            boolean voided) {}

    /** A line of the scoreboard. */
    record Place(int rank, int seat, String name, int points) {}

    static Scene of(Contest contest, Viewer viewer, List<Standing> board, Instant now) {
        var progress = contest.progress();
        var timer = progress.timer();
        var at = progress.hold().map(Hold::since).orElse(now);
        return new Scene(
                "scene",
                contest.seq(),
                now.toEpochMilli(),
                contest.phase(),
                progress.step(),
                progress.hold().map(Hold::kind),
                timer.map(it -> Math.max(0, it.length().minus(it.elapsed(at)).toMillis())),
                timer.map(Timer::length).map(Duration::toMillis),
                timer.map(it -> it.resumes().toEpochMilli()).orElse(0L),
                contest.sheet(progress.question()).isPresent(),
                contest.roster().active(),
                viewer == Viewer.PLAYER
                        ? Optional.empty()
                        : Optional.of(contest.roster().code()),
                asked(contest),
                showsBoard(contest) ? top(board) : List.of());
    }

    /** The order is hidden but between questions and at the end. */
    static boolean showsBoard(Contest contest) {
        return contest.phase() == Phase.BOARD || contest.phase() == Phase.PODIUM || contest.phase() == Phase.CLOSED;
    }

    private static List<Place> top(List<Standing> board) {
        return board.stream()
                .limit(TOP)
                .map(it -> new Place(it.rank(), it.seat(), it.name(), it.points()))
                .toList();
    }

    private static Optional<Asked> asked(Contest contest) {
        var shown = contest.phase().hidesKey() || contest.phase() == Phase.REVEAL;
        return shown ? contest.question().map(question -> asked(contest, question)) : Optional.empty();
    }

    private static Asked asked(Contest contest, ContestQuestion question) {
        var index = contest.progress().question();
        var revealed = contest.phase() == Phase.REVEAL;
        return new Asked(
                question.id(),
                question.kind(),
                index + 1,
                contest.setup().questions().size(),
                question.stem(),
                contest.phase() == Phase.SHOWN ? List.of() : question.options(),
                revealed ? question.key() : List.of(),
                revealed ? contest.sheet(index).map(Sheet::counts).orElse(List.of()) : List.of(),
                contest.isVoid(index));
    }
}
