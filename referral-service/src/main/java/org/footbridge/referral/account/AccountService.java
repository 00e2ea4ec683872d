package org.footbridge.referral.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.caller.Caller;

/** Tells which person of the roster calls, and remembers it: a username may be given to somebody else later. */
@ApplicationScoped
public class AccountService {
    private final AccountRepository accounts;
    private final Outbox outbox;
    private final Clock clock;

    AccountService(AccountRepository accounts, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The caller's person. At the first call of an account it is linked by the username, and that is published.
     *
     * @return {@code null} for a system, for a caller whom the roster does not know, and for somebody who has left
     */
    @WithTransaction
    public Uni<UUID> person(Caller caller) {
        if (caller.tenant() == null || caller.username() == null) {
            return Uni.createFrom().nullItem();
        }
        return accounts.find(caller)
                .chain(link ->
                        link == null ? linkNow(caller) : Uni.createFrom().item(link.active() ? link.personId() : null));
    }

    private Uni<UUID> linkNow(Caller caller) {
        return accounts.link(caller, clock.instant())
                .call(person -> person == null ? Uni.createFrom().voidItem() : outbox.publish(linked(caller, person)))
                .chain(person -> person == null
                        ? linkedMeanwhile(caller)
                        : Uni.createFrom().item(person));
    }

    /** Another request of the same account may have been quicker. */
    private Uni<UUID> linkedMeanwhile(Caller caller) {
        return accounts.find(caller).map(link -> link == null || !link.active() ? null : link.personId());
    }

    private Event linked(Caller caller, UUID person) {
        return Event.of(
                EventType.ACCOUNT_LINKED,
                person,
                clock.instant(),
                caller.tenant(),
                null,
                new AccountLinked(person, caller.issuer(), caller.subject()));
    }
}
