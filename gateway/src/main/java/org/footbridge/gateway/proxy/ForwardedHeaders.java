package org.footbridge.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footbridge.common.web.request.RequestIds;

/**
 * The headers of the request as the services see it. What only the door may say is taken from the client (RFC 9110
 * section 7.6.1 for what belongs to one connection), then said anew.
 */
final class ForwardedHeaders {
    private static final List<String> OURS = List.of("x-forwarded-", "x-user-", "x-internal-");
    private static final List<String> CONNECTION = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "forwarded",
            "x-real-ip");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ForwardedHeaders() {}

    static void prepare(MultiMap headers, HttpServerRequest request, String requestId, String trace) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.trim().split("\\s*,\\s*")) {
                headers.remove(name);
            }
        }
        CONNECTION.forEach(headers::remove);
        strip(headers);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        headers.set("X-Forwarded-Host", String.valueOf(request.authority()));
        headers.set(RequestIds.HEADER, requestId);
        headers.set(RequestIds.TRACEPARENT, trace == null ? newTrace() : trace);
    }

    private static void strip(MultiMap headers) {
        List<String> refused = new ArrayList<>(0);
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (OURS.stream().anyMatch(name::startsWith)) {
                refused.add(header.getKey());
            }
        }
        refused.forEach(headers::remove);
    }

    /** A new W3C trace context (version 00, sampled). */
    static String newTrace() {
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
