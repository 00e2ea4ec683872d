package org.footbridge.common.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.footbridge.common.events.Ids;
import org.jboss.logging.MDC;

/** Accepts or makes the X-Request-Id, echoes it and puts it on every log line of the request. */
@Singleton
public class RequestIds {
    public static final String HEADER = "X-Request-Id";
    private static final String KEY = "footbridge.request-id";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::assign, BEFORE_EVERYTHING);
    }

    private static void assign(RoutingContext request) {
        String offered = request.request().getHeader(HEADER);
        String id = offered != null && ACCEPTED.matcher(offered).matches()
                ? offered
                : Ids.next().toString();
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        request.next();
    }

    /** The id of a request, or {@code null} outside of the filter's reach. */
    public static String of(RoutingContext request) {
        return request.get(KEY);
    }
}
