package org.footbridge.common.persistence.tenancy;

import jakarta.inject.Singleton;
import org.footbridge.common.web.caller.CurrentCaller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every request's transactions run as the caller of its token; without a token they see no tenant's row. */
@Singleton
public class TenancyFilter {
    private final CurrentCaller caller;

    public TenancyFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = 950)
    public void carry() {
        Tenancy.set(caller.isKnown() ? DatabaseCaller.of(caller.get()) : DatabaseCaller.NOBODY);
    }
}
