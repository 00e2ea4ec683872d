package org.footbridge.common.web.input;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;

/**
 * Keeps bodies below the limit: chunked ones too, which Quarkus lets pass. Those are read whole before the resource is
 * called, but for files, which are streamed; the others are read by Quarkus, into a buffer that holds the limit, because it would move a request with a longer
 * body to a worker thread, where Hibernate Reactive does not work.
 */
@Singleton
public class BodyLimit {
    private static final int BEFORE_QUARKUS = 8_000;
    private static final int AFTER_AUTHENTICATION = 50;

    private final long limit;
    private final boolean reading;

    public BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            @ConfigProperty(name = "footbridge.http.read-bodies") boolean reading) {
        this.limit = limit.asLongValue();
        this.reading = reading;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseAnnounced, BEFORE_QUARKUS);
        if (reading) {
            filters.register(this::read, AFTER_AUTHENTICATION);
        }
    }

    private void refuseAnnounced(RoutingContext request) {
        String announced = request.request().getHeader("Content-Length");
        if (announced != null && Long.parseLong(announced) > limit) {
            request.fail(413, tooLarge());
        } else {
            request.next();
        }
    }

    private void read(RoutingContext request) {
        HttpServerRequest incoming = request.request();
        if (incoming.getHeader("Transfer-Encoding") != null && !incoming.isEnded() && !isStreamed(incoming)) {
            Buffer body = Buffer.buffer();
            incoming.pause(); // else Quarkus resumes it between the two handlers and its end may be lost
            incoming.handler(chunk -> append(request, body, chunk));
            incoming.endHandler(end -> proceed(request, body));
            incoming.resume();
        } else {
            request.next();
        }
    }

    /** Files are read piece by piece by their operation, which counts them itself; no other operation takes this type. */
    private static boolean isStreamed(HttpServerRequest incoming) {
        String type = incoming.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/octet-stream");
    }

    private void append(RoutingContext request, Buffer body, Buffer chunk) {
        if (request.failed()) {
            return; // the rest is read to nowhere, until the connection closes
        }
        if (body.length() + chunk.length() > limit) {
            request.fail(413, tooLarge());
        } else {
            body.appendBuffer(chunk);
        }
    }

    private static void proceed(RoutingContext request, Buffer body) {
        if (!request.failed()) {
            ((RoutingContextInternal) request).setBody(body);
            request.next();
        }
    }

    private Problem tooLarge() {
        return CommonProblem.TOO_LARGE
                .because("At most " + limit + " bytes are taken.")
                .header("Connection", "close");
    }
}
