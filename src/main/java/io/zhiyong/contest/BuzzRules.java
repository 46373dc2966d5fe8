package io.zhiyong.contest;

/**
 * How a buzz-in is judged. Times are milliseconds.
 *
 * @param order what is compared: the reaction to the question on the phone, or the moment of the press
 * @param mostJitter the most that a line's unsteadiness is granted
 * @param cap the most network time that is believed of anybody
 */
record BuzzRules(Order order, double mostJitter, double cap) {
    /** Nobody reacts faster to something new (the shortest that athletics allows as well). */
    static final double FASTEST = 100;
    /** Closer than this nobody can say who was first. */
    static final double DEAD_HEAT = 10;
    /** More buzzers than this are not measured well enough at once. */
    static final int MOST_BUZZERS = 200;

    private static final double LEAST_JITTER = 4;

    /** What starts a race. */
    enum Order {
        /** The question on each phone: reactions are compared. */
        REMOTE,
        /** The host's voice or the big screen, the same for all: presses are compared. */
        HALL
    }

    /** Everybody on the venue's own network. */
    static BuzzRules venue(Order order) {
        return new BuzzRules(order, 15, 30);
    }

    /** In one hall, on mobile data. */
    static BuzzRules hallOnMobile() {
        return new BuzzRules(Order.HALL, 20, 100);
    }

    /** From wherever they are. */
    static BuzzRules remote() {
        return new BuzzRules(Order.REMOTE, 40, 150);
    }

    /** The unsteadiness granted to a line: of its window the ninth tenth less the least, within bounds. */
    double jitter(double least, double high) {
        return Math.min(Math.max(high - least, LEAST_JITTER), mostJitter);
    }
}
