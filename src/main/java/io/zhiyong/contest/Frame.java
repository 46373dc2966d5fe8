package io.zhiyong.contest;

import java.util.List;

/** What a screen is sent beside its {@link Scene}. */
final class Frame {
    private Frame() {}

    /** The answer is stored: durable, and the one that counts. */
    record Ack(String type, String id, String question, List<String> choice) {
        static Ack of(String id, String question, List<String> choice) {
            return new Ack("ack", id, question, choice);
        }
    }

    /** Done as asked. */
    record Done(String type, String id) {
        static Done of(String id) {
            return new Done("done", id);
        }
    }

    /** Not done, and why; {@code key} for programs, {@code message} for people. */
    record Refused(String type, String id, String key, String message) {
        static Refused of(String id, String key, String message) {
            return new Refused("refused", id, key, message);
        }
    }

    /** Not taken for now: send it again in a moment. Never an acknowledgement. */
    record Retry(String type, String id) {
        static Retry of(String id) {
            return new Retry("retry", id);
        }
    }

    /** For host and stage, at most ten a second. */
    record Count(String type, int answered, int connected, int players) {
        static Count of(int answered, int connected, int players) {
            return new Count("count", answered, connected, players);
        }
    }

    /** For the host, at most one a second: the latest seats, those without a connection first. */
    record Players(String type, boolean locked, List<Player> players) {
        static Players of(boolean locked, List<Player> players) {
            return new Players("players", locked, players);
        }
    }

    /** A line of it. */
    record Player(int seat, String name, String unit, Seat.Status status, boolean connected) {}
}
