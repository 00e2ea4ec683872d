package org.footbridge.common.web.request;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import org.jboss.logging.MDC;

/**
 * What goes along with a request through every asynchronous hop, and on to the events that it causes: its id and its W3C
 * trace context. Kept on the duplicated Vert.x context; the log reads the copy in the MDC.
 */
public final class RequestContext {
    private static final String REQUEST_ID = "requestId";
    private static final String TRACEPARENT = "traceparent";

    private RequestContext() {}

    /** The {@code X-Request-Id}, or {@code null} outside of a request or event. */
    public static String requestId() {
        return get(REQUEST_ID);
    }

    /** The {@code traceparent} to pass on, or {@code null} where the request came without. */
    public static String traceparent() {
        return get(TRACEPARENT);
    }

    /** Begins the work of a request, or of an event that carries what its request had. Either may be {@code null}. */
    public static void begin(String requestId, String traceparent) {
        put(REQUEST_ID, requestId);
        put(TRACEPARENT, traceparent);
    }

    private static String get(String name) {
        String local = VertxContext.isOnDuplicatedContext() ? ContextLocals.get(key(name), null) : null;
        return local == null ? (String) MDC.get(name) : local;
    }

    private static void put(String name, String value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
        if (VertxContext.isOnDuplicatedContext()) {
            if (value == null) {
                ContextLocals.remove(key(name));
            } else {
                ContextLocals.put(key(name), value);
            }
        }
    }

    private static String key(String name) {
        return "footbridge." + name;
    }
}
