package io.zhiyong.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out commands, one at a time on the one event loop, and sends replies to writes when they are durable. */
@Sharable
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);
    private static final int STOPPED = 96;
    private static final int INTERNAL = 1;

    private final EmbeddedBackend backend;
    private final GroupCommit commit;
    private final SignIn signIn;

    CommandHandler(EmbeddedBackend backend, GroupCommit commit, SignIn signIn) {
        this.backend = backend;
        this.commit = commit;
        this.signIn = signIn;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        if (request instanceof MongoMessage message) {
            answer(context, message);
        } else if (request instanceof MongoQuery query) {
            greet(context, query);
        }
    }

    /** The driver's first word comes in the old form of a query. */
    private void greet(ChannelHandlerContext context, MongoQuery query) {
        var command = query.getQuery().keySet().iterator().next();
        var reply = reply(context, query.getDatabaseName(), command, query.getQuery());
        send(context, new MongoReply(new MessageHeader(0, query.getHeader().getRequestID()), List.of(reply), 0));
    }

    private void answer(ChannelHandlerContext context, MongoMessage message) {
        var body = message.getDocument();
        var command = body.keySet().iterator().next();
        var reply = reply(context, message.getDatabaseName(), command, body);
        // Encoded at once: no later command can change what it says.
        var encoded = encode(context, message, reply);
        if (!EmbeddedBackend.isWrite(command)) {
            send(context, encoded);
            return;
        }
        commit.whenDurable(failure -> {
            if (failure.isPresent()) {
                encoded.release();
                send(context, encode(context, message, stopped(failure.get())));
            } else {
                send(context, encoded);
            }
        });
    }

    /** A write that fails ends in the pipeline, which closes the connection. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void send(ChannelHandlerContext context, Object reply) {
        context.writeAndFlush(reply, context.voidPromise());
    }

    private Document reply(ChannelHandlerContext context, String database, String command, Document body) {
        try {
            signIn.check(context.channel(), command);
            if (command.equals("saslStart")) {
                return signIn.start(context.channel(), body);
            }
            if (commit.failure().isPresent() && !command.equalsIgnoreCase("hello")) {
                return stopped(commit.failure().get());
            }
            return backend.handleCommand(context.channel(), database, command, body);
        } catch (MongoServerException e) {
            return error(e);
        } catch (MVStoreException | Error e) {
            // A change may have been half made: what is in memory can no longer be relied upon.
            commit.fail(e);
            return stopped(e);
        } catch (RuntimeException e) {
            LOG.error("command {} failed", command, e);
            return error(new MongoServerError(INTERNAL, "InternalError", "internal error: " + e));
        }
    }

    private static Document stopped(Throwable failure) {
        var why = "the embedded store has stopped and acknowledges nothing more: " + failure;
        return error(new MongoServerError(STOPPED, "OperationFailed", why));
    }

    private static Document error(MongoServerException problem) {
        var document = new Document("ok", 0.0).append("errmsg", problem.getMessageWithoutErrorCode());
        if (problem instanceof MongoServerError coded) {
            document.append("code", coded.getCode()).putIfNotNull("codeName", coded.getCodeName());
        }
        return document;
    }

    private static ByteBuf encode(ChannelHandlerContext context, MongoMessage request, Document reply) {
        var buffer = context.alloc().ioBuffer(512);
        buffer.writeIntLE(0).writeIntLE(0).writeIntLE(request.getHeader().getRequestID());
        buffer.writeIntLE(OpCode.OP_MSG.getId()).writeIntLE(0).writeByte(MongoMessage.SECTION_KIND_BODY);
        BsonEncoder.encodeDocument(reply, buffer);
        return buffer.setIntLE(0, buffer.writerIndex());
    }
}
