package org.footbridge.notification.person;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.Event;
import org.footbridge.common.web.caller.Caller;

/** Knows the person behind a caller. */
@ApplicationScoped
public class PersonService {
    private final PersonRepository persons;

    public PersonService(PersonRepository persons) {
        this.persons = persons;
    }

    /** {@code null} for a system, and for an account that referral-service has not yet linked to somebody. */
    @WithTransaction
    public Uni<UUID> of(Caller caller) {
        return caller.tenant() == null ? Uni.createFrom().nullItem() : persons.find(caller);
    }

    /** As above, for what makes no sense without a person. */
    @WithTransaction
    public Uni<UUID> require(Caller caller) {
        return of(caller)
                .onItem()
                .ifNull()
                .failWith(() -> PersonProblem.ACCOUNT_NOT_LINKED.because(
                        "Read something of the roster or of a referral first: that links your account to you."));
    }

    /** Takes effect of an event of the roster. */
    @WithTransaction
    public Uni<Void> take(Event event) {
        return event.data() instanceof AccountLinked account
                ? persons.put(event.tenantId(), account)
                : Uni.createFrom().voidItem();
    }
}
