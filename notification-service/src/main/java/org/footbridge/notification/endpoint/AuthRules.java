package org.footbridge.notification.endpoint;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.notification.egress.PemIdentity;
import org.footbridge.notification.egress.TargetUrl;
import org.footbridge.notification.egress.UrlRules;

/** Which parts each way of showing who we are needs, and whether they are of use. */
@Singleton
class AuthRules {
    private final UrlRules urls;
    private final Clock clock;

    AuthRules(UrlRules urls, Clock clock) {
        this.urls = urls;
        this.clock = clock;
    }

    void check(AuthRequest auth, List<Fault> faults) {
        if (auth == null) {
            return;
        }
        boolean oauth = auth.type().equals("OAUTH2");
        boolean mtls = auth.type().equals("MTLS");
        part("tokenUrl", auth.tokenUrl(), oauth, faults);
        part("clientId", auth.clientId(), oauth, faults);
        part("clientSecret", auth.clientSecret(), oauth, faults);
        part("certificate", auth.certificate(), mtls, faults);
        part("privateKey", auth.privateKey(), mtls, faults);
        if (oauth && auth.tokenUrl() != null) {
            tokenUrl(auth.tokenUrl(), faults);
        }
        if (mtls && auth.certificate() != null && auth.privateKey() != null) {
            identity(auth, faults);
        }
    }

    private static void part(String name, String value, boolean needed, List<Fault> faults) {
        if (needed && value == null) {
            faults.add(new Fault("/auth/" + name, "missing", "This type needs it."));
        } else if (!needed && value != null) {
            faults.add(new Fault("/auth/" + name, "not-of-this-type", "This type has no such part."));
        }
    }

    private void tokenUrl(String url, List<Fault> faults) {
        try {
            urls.require(url);
        } catch (TargetUrl.Refused e) {
            faults.add(new Fault("/auth/tokenUrl", e.code(), e.getMessage()));
        }
    }

    private void identity(AuthRequest auth, List<Fault> faults) {
        new PemIdentity(auth.certificate(), auth.privateKey())
                .fault(clock.instant())
                .ifPresent(fault -> faults.add(new Fault("/auth/" + fault.part(), fault.code(), fault.message())));
    }
}
