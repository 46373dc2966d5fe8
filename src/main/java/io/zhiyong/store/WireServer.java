package io.zhiyong.store;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Speaks MongoDB's wire protocol on a port of the loopback device. */
final class WireServer implements AutoCloseable {
    private final DefaultChannelGroup clients;
    private final Channel server;

    /** @param port 0 for any that is free */
    WireServer(EventLoop loop, int port, CommandHandler commands) {
        this.clients = new DefaultChannelGroup(loop);
        var bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 256)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        open(channel, commands);
                    }
                });
        var bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new UncheckedIOException(
                    "cannot listen on port " + port,
                    new IOException(bound.cause().getMessage(), bound.cause()));
        }
        this.server = bound.channel();
    }

    private void open(Channel channel, CommandHandler commands) {
        clients.add(channel);
        channel.pipeline()
                .addLast(new StrangerGuard())
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(commands)
                .addLast(new MongoExceptionHandler());
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        clients.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
