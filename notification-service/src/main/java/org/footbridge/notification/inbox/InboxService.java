package org.footbridge.notification.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.notification.person.PersonService;

/** Somebody's inbox. */
@ApplicationScoped
public class InboxService {
    static final int PAGE = 100;

    private final InboxRepository items;
    private final PersonService persons;
    private final InboxRadio radio;
    private final InboxConfig config;
    private final Clock clock;

    public InboxService(
            InboxRepository items, PersonService persons, InboxRadio radio, InboxConfig config, Clock clock) {
        this.items = items;
        this.persons = persons;
        this.radio = radio;
        this.config = config;
        this.clock = clock;
    }

    /** Once for each person and event, however often it is tried. In the running transaction of the district. */
    @WithTransaction
    public Uni<Void> put(Entry entry) {
        return items.lock(entry.tenant(), entry.person()).chain(last -> items.holds(entry.person(), entry.eventId())
                .chain(known -> known ? Uni.createFrom().voidItem() : add(entry, last + 1)));
    }

    private Uni<Void> add(Entry entry, long sequence) {
        radio.announceAfterCommit(entry.person());
        Instant now = clock.instant();
        return items.persistAndFlush(InboxItem.of(entry, sequence, now))
                .chain(() -> items.grow(entry.person()))
                .chain(() -> items.forgetOlder(entry.person(), now.minus(config.keep())));
    }

    /** What was told of a referral that has been destroyed. */
    @WithTransaction
    public Uni<Void> forget(UUID tenant, UUID referral) {
        return items.forget(tenant, referral);
    }

    @WithTransaction
    Uni<List<InboxItem>> page(Caller caller, boolean unreadOnly, long before, int size) {
        return persons.of(caller)
                .chain(person -> person == null
                        ? Uni.createFrom().item(List.of())
                        : items.page(caller.tenant(), person, unreadOnly, before, size));
    }

    @WithTransaction
    Uni<Integer> unread(Caller caller) {
        return persons.of(caller)
                .chain(person -> person == null ? Uni.createFrom().item(0) : items.unread(caller.tenant(), person));
    }

    /** What came in after a sequence, a page of it, the oldest first. */
    @WithTransaction
    Uni<List<InboxItem>> after(Caller caller, UUID person, long sequence) {
        return items.after(caller.tenant(), person, sequence, PAGE);
    }

    /** The sequence of the last one that came in, 0 before the first. */
    @WithTransaction
    Uni<Long> last(Caller caller, UUID person) {
        return items.last(caller.tenant(), person);
    }

    /** Reading twice changes nothing. */
    @WithTransaction
    Uni<InboxItem> read(Caller caller, UUID id) {
        return persons.of(caller)
                .onItem()
                .ifNull()
                .failWith(InboxService::unknown)
                .chain(person -> items.find(caller.tenant(), person, id)
                        .onItem()
                        .ifNull()
                        .failWith(InboxService::unknown)
                        .call(() -> items.lock(caller.tenant(), person))
                        .call(items::refresh) // as it is behind the lock: one of two who read it counts it off
                        .call(item -> item.readAt() == null
                                ? read(person, item)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> read(UUID person, InboxItem item) {
        item.read(clock.instant());
        return items.flush().chain(() -> items.countOff(person));
    }

    /** Everything up to a sequence, so that what came in meanwhile stays unread. Answers how many are left. */
    @WithTransaction
    Uni<Integer> readUpTo(Caller caller, long sequence) {
        return persons.of(caller)
                .chain(person -> person == null
                        ? Uni.createFrom().item(0)
                        : items.lock(caller.tenant(), person)
                                .chain(() -> items.read(person, sequence, clock.instant()))
                                .chain(() -> items.unread(caller.tenant(), person)));
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such notification for this caller.");
    }
}
