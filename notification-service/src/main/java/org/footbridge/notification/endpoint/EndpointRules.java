package org.footbridge.notification.endpoint;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.notification.egress.TargetUrl;
import org.footbridge.notification.egress.UrlRules;

/** What the form of a request cannot say: whether a URL may be called, an event type exists, a header is free. */
@Singleton
class EndpointRules {
    private final UrlRules urls;
    private final AuthRules auths;

    EndpointRules(UrlRules urls, AuthRules auths) {
        this.urls = urls;
        this.auths = auths;
    }

    void require(CreateEndpointRequest request) {
        require(request.url(), request.eventTypes(), request.headers(), request.auth());
    }

    void require(ChangeEndpointRequest request) {
        require(request.url(), request.eventTypes(), request.headers(), request.auth());
    }

    /** What was entrusted to one receiver is not carried to another: who moves an endpoint says anew what the new host may know. */
    void requireSecretsSaidAnew(Endpoint endpoint, ChangeEndpointRequest request) {
        if (request.url() == null || endpoint.isPullOnly() || sameOrigin(endpoint.url(), request.url())) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        if (endpoint.auth() != null && request.auth() == null) {
            faults.add(new Fault("/auth", "needed", "Say it anew for the new host; type NONE takes it away."));
        }
        if (endpoint.headerNames() != null && !endpoint.headerNames().isEmpty() && request.headers() == null) {
            faults.add(
                    new Fault("/headers", "needed", "Say them anew for the new host; an empty list takes them away."));
        }
        refuse(faults);
    }

    private static boolean sameOrigin(String one, String other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    private void require(String url, List<String> eventTypes, List<HeaderRequest> headers, AuthRequest auth) {
        List<Fault> faults = new ArrayList<>();
        if (url != null) {
            requireUrl("/url", url, faults);
        }
        requireTypes(eventTypes == null ? List.of() : eventTypes, faults);
        requireHeaders(headers == null ? List.of() : headers, faults);
        auths.check(auth, faults);
        refuse(faults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private void requireUrl(String pointer, String url, List<Fault> faults) {
        try {
            urls.require(url);
        } catch (TargetUrl.Refused e) {
            faults.add(new Fault(pointer, e.code(), e.getMessage()));
        }
    }

    private static void requireTypes(List<String> types, List<Fault> faults) {
        for (int i = 0; i < types.size(); i++) {
            if (!EventFilter.isKnown(types.get(i))) {
                faults.add(new Fault("/eventTypes/" + i, "unknown-event-type", "There is no such event type."));
            }
        }
    }

    private static void requireHeaders(List<HeaderRequest> headers, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).name();
            String pointer = "/headers/" + i + "/name";
            if (CustomHeaders.isReserved(name)) {
                faults.add(new Fault(pointer, "reserved-header", "The sender decides this header."));
            } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                faults.add(new Fault(pointer, "duplicate-header", "The header is there twice."));
            }
        }
    }
}
