package io.zhiyong.contest;

import io.vertx.core.Vertx;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the screens of a room. The shared part of a scene is written once for all; contestants come first, then the stage,
 * then the host, so that nobody in the hall reads a question before those who have to answer it.
 */
final class ContestBroadcastRoom {
    private static final long COUNT_MILLIS = 100;
    private static final long PLAYERS_MILLIS = 1000;
    private static final int PLAYERS_LISTED = 300;
    /** Whoever comes later than that came late: the time before is his own. */
    private static final long LATEST_SENDING = 1000;

    private final Vertx vertx;
    private final Clock clock;
    private final Presence presence;
    private final Map<Line, Long> sentAfter = new HashMap<>();
    private Contest latest;
    private boolean countDue;
    private boolean playersDue;

    ContestBroadcastRoom(Vertx vertx, Clock clock, Presence presence) {
        this.vertx = vertx;
        this.clock = clock;
        this.presence = presence;
    }

    /** Milliseconds of the question's time that had gone when it was sent to this screen at its opening. */
    long sentAfter(Line screen) {
        return Math.min(LATEST_SENDING, sentAfter.getOrDefault(screen, 0L));
    }

    /** The scene of now to one screen. */
    void greet(Contest contest, Line screen) {
        var scenes = new Scenes(contest);
        scenes.frame(screen).ifPresent(screen::send);
        if (screen.viewer() == Scene.Viewer.HOST) {
            players(contest);
        }
    }

    /** @param asked answering has just begun: when each was sent the question is remembered */
    void tell(Contest contest, List<Entry> entries, boolean asked) {
        var reach = Reach.of(entries);
        var scenes = new Scenes(contest);
        if (asked) {
            sentAfter.clear();
        }
        if (reach != Reach.COUNTS) {
            presence.lines().stream()
                    .filter(screen -> reaches(reach, screen))
                    .sorted(Comparator.comparing(Line::viewer).reversed())
                    .forEach(screen -> {
                        scenes.frame(screen).ifPresent(screen::send);
                        if (asked) {
                            sentAfter.put(screen, used(contest));
                        }
                    });
        }
        tellThose(contest, scenes, entries);
        count(contest);
    }

    private boolean reaches(Reach reach, Line screen) {
        if (screen.viewer() != Scene.Viewer.PLAYER || reach == Reach.ALL) {
            return true;
        }
        return reach == Reach.WAITING
                && presence.choice(screen.person().orElseThrow()).isEmpty();
    }

    private long used(Contest contest) {
        return contest.progress()
                .timer()
                .map(timer -> timer.elapsed(clock.instant()).toMillis())
                .orElse(0L);
    }

    /** Whose seat changed sees it himself; who was sent away is sent away. */
    private void tellThose(Contest contest, Scenes scenes, List<Entry> entries) {
        var changed = new HashSet<PersonId>();
        for (var entry : entries) {
            if (entry.event() instanceof Event.Seated seated && seated.change() != Event.Seated.Change.JOINED) {
                seated.seats().forEach(seat -> changed.add(seat.person()));
            }
        }
        for (var screen : changed.isEmpty() ? Set.<Line>of() : presence.lines()) {
            if (screen.viewer() == Scene.Viewer.PLAYER
                    && changed.contains(screen.person().orElseThrow())) {
                scenes.frame(screen).ifPresent(screen::send);
                if (!contest.roster()
                        .of(screen.person().orElseThrow())
                        .orElseThrow()
                        .isActive()) {
                    screen.close(Line.Closing.OVER);
                }
            }
        }
    }

    /** Numbers for host and stage, soon and not too often. */
    void count(Contest contest) {
        latest = contest;
        if (!countDue) {
            countDue = true;
            vertx.setTimer(COUNT_MILLIS, timer -> {
                countDue = false;
                var count = Frame.Count.of(
                        presence.answered(),
                        presence.connected(),
                        latest.roster().active());
                house(Scene.Viewer.STAGE, Json.write(count));
                house(Scene.Viewer.HOST, Json.write(count));
            });
        }
        players(contest);
    }

    private void players(Contest contest) {
        latest = contest;
        if (!playersDue) {
            playersDue = true;
            vertx.setTimer(PLAYERS_MILLIS, timer -> {
                playersDue = false;
                house(Scene.Viewer.HOST, Json.write(listed(latest)));
            });
        }
    }

    private Frame.Players listed(Contest contest) {
        var players = contest.roster().seats().stream()
                .map(seat -> new Frame.Player(
                        seat.number(), seat.name(), seat.unit(), seat.status(), presence.isConnected(seat.person())))
                .sorted(Comparator.comparing(Frame.Player::connected)
                        .thenComparing(
                                Comparator.comparingInt(Frame.Player::seat).reversed()))
                .limit(PLAYERS_LISTED)
                .toList();
        return Frame.Players.of(contest.roster().locked(), players);
    }

    private void house(Scene.Viewer viewer, String frame) {
        presence.lines().stream().filter(screen -> screen.viewer() == viewer).forEach(screen -> screen.send(frame));
    }

    /** The frames of one moment; each shared part is written once. */
    private final class Scenes {
        private final Contest contest;
        private final List<Standing> board;
        private final Map<Integer, Integer> ranks;
        private final Map<Scene.Viewer, String> shared = new EnumMap<>(Scene.Viewer.class);

        Scenes(Contest contest) {
            this.contest = contest;
            this.board = Scene.showsBoard(contest) ? Standing.board(contest) : List.of();
            this.ranks = board.stream().collect(Collectors.toMap(Standing::seat, Standing::rank));
        }

        /** Empty for a contestant without a seat. */
        Optional<String> frame(Line screen) {
            var scene = shared.computeIfAbsent(
                    screen.viewer(), viewer -> Json.write(Scene.of(contest, viewer, board, clock.instant())));
            if (screen.viewer() != Scene.Viewer.PLAYER) {
                return Optional.of(scene);
            }
            var person = screen.person().orElseThrow();
            return contest.roster().of(person).map(seat -> {
                var rank = Optional.ofNullable(ranks.get(seat.number()));
                var you = Json.write(You.of(contest, seat, presence.choice(person), rank));
                return scene.substring(0, scene.length() - 1) + ",\"you\":" + you + "}";
            });
        }
    }
}
