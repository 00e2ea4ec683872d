package org.footbridge.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;

/** Counts a body that did not announce its length, and breaks it off where it grows too large. */
final class CappedBody implements Body, ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final Exchange exchange;
    private final long limit;
    private long seen;
    private Handler<Throwable> onFailure = failure -> {};

    CappedBody(ReadStream<Buffer> body, Exchange exchange, long limit) {
        this.body = body;
        this.exchange = exchange;
        this.limit = limit;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public ReadStream<Buffer> stream() {
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> count(chunk, handler));
        return this;
    }

    private void count(Buffer chunk, Handler<Buffer> handler) {
        seen += chunk.length();
        if (seen <= limit) {
            handler.handle(chunk);
        } else if (!exchange.isTooLarge()) {
            exchange.markTooLarge();
            onFailure.handle(new BodyTooLargeException());
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    /** Ends the passing on of a body. */
    static final class BodyTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException() {
            super("the body has grown beyond the limit", null, false, false);
        }
    }
}
