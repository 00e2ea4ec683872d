package org.footbridge.common.messaging.outbox;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps the W3C trace context that a request came with, for the events that it causes. */
@Singleton
public class TraceParents {
    private static final String HEADER = "traceparent";
    private static final int NEXT_TO_THE_REQUEST_ID = 9_990;

    private final TraceContext trace;

    public TraceParents(TraceContext trace) {
        this.trace = trace;
    }

    void register(@Observes Filters filters) {
        filters.register(this::keep, NEXT_TO_THE_REQUEST_ID);
    }

    private void keep(RoutingContext request) {
        trace.keepTraceparent(request.request().getHeader(HEADER));
        request.next();
    }
}
