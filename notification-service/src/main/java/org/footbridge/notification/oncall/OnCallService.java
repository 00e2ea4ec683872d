package org.footbridge.notification.oncall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.OnCallChanged;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.mail.RecipientsClient.Recipient;
import org.footbridge.notification.mail.RecipientsClient.Recipients;
import org.footbridge.notification.mail.RecipientsClient.SchoolContact;

/** Keeps the copies, and answers out of them for a crisis that nobody has in hand. */
@ApplicationScoped
public class OnCallService {
    static final WorkKind COPY = new WorkKind("on-call-copy");

    private final OnCallRepository copies;
    private final WorkQueueService queue;
    private final OnCallConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    OnCallService(
            OnCallRepository copies, WorkQueueService queue, OnCallConfig config, ObjectMapper json, Clock clock) {
        this.copies = copies;
        this.queue = queue;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Takes effect of an event of the roster: the copy is made anew, as the event itself names nobody. */
    @WithTransaction
    public Uni<Void> roster(Event event) {
        if (event.type() != EventType.ON_CALL_CHANGED) {
            return Uni.createFrom().voidItem();
        }
        UUID school = event.data(OnCallChanged.class).schoolId();
        return copies.changed(event.tenantId(), school, event.sequence())
                .chain(isNew ->
                        isNew ? ask(event.tenantId(), school) : Uni.createFrom().voidItem());
    }

    /** Takes effect of an event of a referral: which level is to be told, or that nobody needs to be told any more. */
    @WithTransaction
    public Uni<Void> referral(Event event) {
        return switch (event.type()) {
            case REFERRAL_SUBMITTED -> know(event);
            case REFERRAL_CRISIS_RAISED -> know(event).chain(() -> call(event));
            case REFERRAL_CRISIS_ESCALATED -> call(event);
            case REFERRAL_CRISIS_ACKNOWLEDGED -> copies.over(event.tenantId(), event.subject());
            default -> Uni.createFrom().voidItem();
        };
    }

    /** A school that has never set a chain is told of by its referrals: its coordinators are called then. */
    private Uni<Void> know(Event event) {
        UUID school = event.data(ReferralSnapshot.class).schoolId();
        return copies.know(event.tenantId(), school)
                .chain(isNew ->
                        isNew ? ask(event.tenantId(), school) : Uni.createFrom().voidItem());
    }

    private Uni<Void> call(Event event) {
        ReferralSnapshot snapshot = event.data(ReferralSnapshot.class);
        return copies.call(
                new OnCallRepository.Call(
                        event.id(), event.tenantId(), event.subject(), snapshot.schoolId(), level(snapshot)),
                clock.instant());
    }

    /** A crisis must not go untold because its level is missing. */
    private static int level(ReferralSnapshot snapshot) {
        return snapshot.crisis() == null ? 0 : snapshot.crisis().level();
    }

    private Uni<Void> ask(UUID tenant, UUID school) {
        return queue.put(WorkItem.ofTenant(COPY, school, tenant), clock.instant());
    }

    /** Keeps an answer, and asks again after a while. */
    @WithTransaction
    Uni<Void> store(WorkItem work, OnCallClient.Answer answer) {
        return copies.store(work.id(), write(answer), answer, clock.instant())
                .chain(() -> queue.postponeHeld(work, clock.instant().plus(config.refresh())));
    }

    /** What is kept stays as it is until referral-service answers again. */
    @WithTransaction
    Uni<Void> later(WorkItem work) {
        return queue.postponeHeld(work, clock.instant().plus(config.retry()));
    }

    /** The school is none any more. */
    @WithTransaction
    Uni<Void> forget(WorkItem work) {
        return copies.forget(work.id()).chain(() -> queue.finishHeld(work));
    }

    /** Whom the crisis of an event is told, as far as it is known here; empty where nobody is, or nobody needs to be. */
    @WithTransaction
    public Uni<Optional<Recipients>> recipients(UUID event, int turnsMissed) {
        return copies.ofEvent(event).map(kept -> kept == null ? Optional.empty() : recipients(kept, turnsMissed));
    }

    private Optional<Recipients> recipients(OnCallRepository.Kept kept, int turnsMissed) {
        List<OnCallClient.Level> levels = read(kept.levels()).levels();
        List<Recipient> turn = levels.isEmpty()
                ? List.of()
                : levels.get(Math.min(kept.level() + turnsMissed, levels.size() - 1)).contacts().stream()
                        .map(contact -> new Recipient(
                                contact.personId(),
                                contact.role(),
                                contact.address(),
                                contact.language(),
                                true,
                                null,
                                null,
                                null,
                                contact.phone()))
                        .toList();
        return turn.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recipients(turn, new SchoolContact(null, kept.school(), kept.phone()), null));
    }

    private OnCallClient.Answer read(String levels) {
        try {
            return json.readValue(levels, OnCallClient.Answer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a copy of on-call contacts cannot be read", e);
        }
    }

    private String write(OnCallClient.Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a copy of on-call contacts cannot be written", e);
        }
    }
}
