package org.footbridge.common.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.footbridge.common.events.Ids;

/** Accepts or makes the X-Request-Id, echoes it, and puts it and the trace context on whatever the request causes. */
@Singleton
public class RequestIds {
    public static final String HEADER = "X-Request-Id";
    /** The header of W3C Trace Context. */
    public static final String TRACEPARENT = "traceparent";

    private static final String KEY = "footbridge.request-id";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern TRACE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::assign, BEFORE_EVERYTHING);
    }

    private static void assign(RoutingContext request) {
        String id = of(request);
        request.response().putHeader(HEADER, id);
        RequestContext.begin(id, trace(request));
        request.next();
    }

    /** The id of a request: the one that came with it, where it is a fair one, else a new one. Never {@code null}. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String offered = request.request().getHeader(HEADER);
        boolean fair = offered != null && ACCEPTED.matcher(offered).matches();
        String id = fair ? offered : Ids.next().toString();
        request.put(KEY, id);
        return id;
    }

    /** The request's {@code traceparent}, or {@code null} where there is none or it is none. */
    public static String trace(RoutingContext request) {
        String offered = request.request().getHeader(TRACEPARENT);
        return offered != null && TRACE.matcher(offered).matches() ? offered : null;
    }
}
