package io.zhiyong.store;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** Lets a connection send only a few bytes until it has signed in, so that a stranger cannot fill the memory. */
final class StrangerGuard extends ChannelInboundHandlerAdapter {
    private static final int MOST_BYTES = 64 << 10;

    private int received;

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for a stranger
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (SignIn.isDone(context.channel())) {
            context.pipeline().remove(this);
            context.fireChannelRead(message);
            return;
        }
        received += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        if (received > MOST_BYTES) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            context.fireChannelRead(message);
        }
    }
}
