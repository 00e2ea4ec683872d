package org.footbridge.common.messaging.outbox;

import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** What an event says of the request that caused it: the request id, and the W3C trace context that it came with. */
@Singleton
public class TraceContext {

    /** The X-Request-Id, or {@code null} outside of a request. */
    public String requestId() {
        return (String) MDC.get("requestId");
    }

    /** The {@code traceparent} to pass on, or {@code null}. */
    public String traceparent() {
        return (String) MDC.get("traceparent");
    }
}
