package org.footbridge.gateway.proxy;

import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.RoutingContext;

/** A request on its way through the door; travels with its Vert.x context to the proxy's interceptor. */
final class Exchange {
    private static final String KEY = "footbridge.gateway.exchange";

    private final RoutingContext request;
    private final Upstream upstream;
    private final boolean stream;
    private final long since = System.nanoTime();
    private boolean tooLarge;

    Exchange(RoutingContext request, Upstream upstream, boolean stream) {
        this.request = request;
        this.upstream = upstream;
        this.stream = stream;
    }

    /** Makes this the exchange of the current context. */
    void begin() {
        ContextLocals.put(KEY, this);
    }

    static Exchange current() {
        return ContextLocals.<Exchange>get(KEY)
                .orElseThrow(() -> new IllegalStateException("the proxy runs outside of its request"));
    }

    RoutingContext request() {
        return request;
    }

    Upstream upstream() {
        return upstream;
    }

    /** Whether the answer has no end of its own. */
    boolean isStream() {
        return stream;
    }

    long millis() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    void markTooLarge() {
        tooLarge = true;
    }

    boolean isTooLarge() {
        return tooLarge;
    }
}
