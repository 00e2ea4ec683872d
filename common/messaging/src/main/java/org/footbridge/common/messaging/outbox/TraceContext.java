package org.footbridge.common.messaging.outbox;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What an event says of the request that caused it: the request id, and the W3C trace context that it came with. Both live in
 * the MDC, which Quarkus keeps per duplicated Vert.x context, so they survive asynchronous hops and stand on every log line.
 */
@Singleton
public class TraceContext {
    private static final String REQUEST_ID = "requestId";
    private static final String TRACEPARENT = "traceparent";
    /** Of any version, as W3C Trace Context 1 (3.2.2) asks: longer values of later versions are passed on. */
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}[0-9a-f-]{0,64}");

    /** The X-Request-Id, or {@code null} outside of a request. */
    public String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    /** The {@code traceparent} to pass on, or {@code null}. */
    public String traceparent() {
        return (String) MDC.get(TRACEPARENT);
    }

    /** From now on, what happens on this context belongs to that trace; what is no trace context is dropped. */
    void keepTraceparent(String traceparent) {
        put(TRACEPARENT, traceparent != null && VALID.matcher(traceparent).matches() ? traceparent : null);
    }

    /** Takes over the causes of an event, so that what follows from it names the same. Either may be {@code null}. */
    public void continueFrom(String requestId, String traceparent) {
        put(REQUEST_ID, requestId);
        keepTraceparent(traceparent);
    }

    private static void put(String key, String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
