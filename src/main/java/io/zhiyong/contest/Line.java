package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import java.util.Optional;

/** A connection to a screen, as a room sees it. */
interface Line {
    Scene.Viewer viewer();

    /** Who is behind it; the stage has nobody. */
    Optional<PersonId> person();

    /** Network time in milliseconds that is believed of this connection at most: {@link Reaction#trip}. */
    long trip();

    /**
     * Sends a frame, or lets it go when the connection cannot take it: a scene is asked for again once it can.
     *
     * @param frame JSON
     */
    void send(String frame);

    /** Ends the connection. */
    void close(Closing why);

    /** Why, as the close codes of RFC 6455 section 7.4 tell it. */
    enum Closing {
        /** The contest is over, or one was sent away: do not come back. */
        OVER(4000),
        /** The contest has moved, or the server stops: come back in a moment. */
        AGAIN(1012);

        private final short code;

        Closing(int code) {
            this.code = (short) code;
        }

        short code() {
            return code;
        }
    }
}
