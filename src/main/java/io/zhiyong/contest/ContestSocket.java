package io.zhiyong.contest;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.zhiyong.base.Ids;
import io.zhiyong.base.Json;
import io.zhiyong.base.Language;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.web.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One screen's WebSocket. Who it belongs to and which part it plays was settled before; nothing that a frame says can
 * change it. What it sends is bounded in size and number; what it is sent is a scene at a time, and if it cannot take one
 * it is sent the newest when it can.
 */
final class ContestSocket implements Line {
    private static final long PING_MILLIS = 2000;
    private static final int SAMPLES = 12;
    private static final int BURST = 20;
    private static final int FRAMES_A_SECOND = 10;
    private static final int MOST_OFFENCES = 20;
    private static final long SILENT_MILLIS = 30_000;
    private static final short TOO_LARGE = 1009;
    private static final short POLICY = 1008;

    /**
     * What a screen is.
     *
     * @param person empty for the stage
     */
    record Identity(ContestId contest, Scene.Viewer viewer, Optional<PersonId> person, Language language) {}

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final Identity identity;
    private final RoomsModule rooms;
    private final Messages messages;
    private final Clock clock;
    private final long[] trips = new long[SAMPLES];
    private int measured;
    private String nonce = "";
    private long pingedNanos;
    private long heardNanos = System.nanoTime();
    private double credit = BURST;
    private long creditNanos = System.nanoTime();
    private int offences;
    private volatile long trip;
    private boolean missed;

    ContestSocket(
            Vertx vertx, ServerWebSocket socket, Identity identity, RoomsModule rooms, Messages messages, Clock clock) {
        this.vertx = vertx;
        this.socket = socket;
        this.identity = identity;
        this.rooms = rooms;
        this.messages = messages;
        this.clock = clock;
    }

    /** Begins to listen; ends when the connection does. */
    void open() {
        socket.textMessageHandler(this::heard);
        socket.binaryMessageHandler(buffer -> offence(POLICY));
        socket.pongHandler(this::pong);
        socket.drainHandler(drained -> catchUp());
        socket.exceptionHandler(broken -> socket.close());
        var pinging = vertx.setPeriodic(100, PING_MILLIS, timer -> ping());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(pinging);
            rooms.inIfOpen(identity.contest(), room -> room.leave(this));
        });
    }

    @Override
    public Scene.Viewer viewer() {
        return identity.viewer();
    }

    @Override
    public Optional<PersonId> person() {
        return identity.person();
    }

    @Override
    public long trip() {
        return trip;
    }

    @Override
    public synchronized void send(String frame) {
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            missed = true;
        } else {
            socket.writeTextMessage(frame);
        }
    }

    private synchronized void catchUp() {
        if (missed) {
            missed = false;
            rooms.inIfOpen(identity.contest(), room -> room.again(this));
        }
    }

    @Override
    public void close(Closing why) {
        socket.close(why.code(), why.name());
    }

    private void heard(String text) {
        var stamp = clock.instant();
        heardNanos = System.nanoTime();
        if (text.length() > Message.LONGEST) {
            socket.close(TOO_LARGE);
            return;
        }
        if (!mayPay()) {
            offence(POLICY);
            return;
        }
        try {
            handle(Json.read(text, Message.class), stamp);
        } catch (Refusal refusal) {
            offence(POLICY);
            refuse("", refusal);
        }
    }

    private void handle(Message message, Instant stamp) {
        if (message instanceof Message.Choose choose && viewer() == Scene.Viewer.PLAYER) {
            rooms.in(identity.contest(), room -> room.answer(this, choose, stamp))
                    .onSuccess(
                            stored -> send(Json.write(Frame.Ack.of(choose.id(), choose.question(), stored.choice()))))
                    .onFailure(problem -> refuse(choose.id(), problem));
            return;
        }
        var command = message instanceof Message.Commanding commanding && person().isPresent()
                ? commanding.by(person().get())
                : null;
        if (command == null || !mayGive(command)) {
            offence(POLICY);
            refuse(message.id(), Refusal.forbidden("contest.refusal.notYours"));
            return;
        }
        rooms.in(identity.contest(), room -> room.give(command))
                .onSuccess(done -> send(Json.write(Frame.Done.of(message.id()))))
                .onFailure(problem -> refuse(message.id(), problem));
    }

    private boolean mayGive(Command command) {
        return switch (command.part()) {
            case HOST -> viewer() == Scene.Viewer.HOST;
            case PLAYER -> viewer() == Scene.Viewer.PLAYER;
            case SERVER -> false;
        };
    }

    private void refuse(String id, Throwable problem) {
        if (problem instanceof Refusal refusal && refusal.kind() != Refusal.Kind.TOO_MANY) {
            var first = refusal.problems().get(0);
            var text = messages.in(identity.language(), first.key(), first.arguments());
            send(Json.write(Frame.Refused.of(id, first.key(), text)));
        } else {
            send(Json.write(Frame.Retry.of(id)));
        }
    }

    /** A bucket of twenty frames, ten more a second. */
    private boolean mayPay() {
        var now = System.nanoTime();
        credit = Math.min(BURST, credit + (now - creditNanos) / 1e9 * FRAMES_A_SECOND);
        creditNanos = now;
        if (credit < 1) {
            return false;
        }
        credit -= 1;
        return true;
    }

    private void offence(short code) {
        if (++offences > MOST_OFFENCES) {
            socket.close(code);
        }
    }

    /** The nonce keeps an early pong, sent without having seen the ping, from shortening the measured line. */
    private void ping() {
        var now = System.nanoTime();
        if ((now - heardNanos) / 1_000_000 > SILENT_MILLIS) {
            socket.close();
            return;
        }
        nonce = Ids.secret();
        pingedNanos = now;
        socket.writePing(Buffer.buffer(nonce));
    }

    private void pong(Buffer echoed) {
        heardNanos = System.nanoTime();
        if (!nonce.isEmpty() && nonce.equals(echoed.toString())) {
            nonce = "";
            trips[measured++ % SAMPLES] = (heardNanos - pingedNanos) / 1_000_000;
            trip = Reaction.trip(Arrays.copyOf(trips, Math.min(measured, SAMPLES)));
        }
    }
}
