package org.footbridge.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.notification.person.PersonService;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses before the stream begins. No filter of answers sees a stream, so that no cache may keep it is said here too. */
@Singleton
public class OfAPersonFilter {
    private static final int AFTER_TENANCY = 1000;

    private final CurrentCaller caller;
    private final PersonService persons;

    public OfAPersonFilter(CurrentCaller caller, PersonService persons) {
        this.caller = caller;
        this.persons = persons;
    }

    @OfAPerson
    @ServerRequestFilter(priority = AFTER_TENANCY)
    public Uni<Void> require(RoutingContext request) {
        return persons.require(caller.get())
                .invoke(person -> request.response().putHeader("Cache-Control", "no-store"))
                .replaceWithVoid();
    }
}
