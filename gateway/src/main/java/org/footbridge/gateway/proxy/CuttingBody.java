package org.footbridge.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;

/**
 * The body of an answer; where it breaks off, the client's connection is closed first. The proxy would reset the response
 * instead, which Quarkus does not hear of: it would wait for that request at its shutdown.
 */
record CuttingBody(Body body, HttpConnection client) implements Body, ReadStream<Buffer> {

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public ReadStream<Buffer> stream() {
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        body.stream()
                .exceptionHandler(
                        handler == null
                                ? null
                                : failure -> client.close().onComplete(closed -> handler.handle(failure)));
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.stream().handler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.stream().pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.stream().resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.stream().fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.stream().endHandler(handler);
        return this;
    }
}
