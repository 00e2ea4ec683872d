package org.footbridge.notification.escalation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.notification.escalation.EscalationStep.Kind;
import org.footbridge.notification.person.PersonService;
import org.footbridge.notification.preference.NoticeChannel;

/** Follows each crisis and keeps its log. The chain is referral-service's (ADR 016); this watches that it moves. */
@ApplicationScoped
public class EscalationService {
    /** Due when a crisis ought to have been passed on or acknowledged; one for each referral. */
    public static final WorkKind WATCH = new WorkKind("crisis-watch");

    private final EscalationRepository escalations;
    private final StepRepository steps;
    private final PersonService persons;
    private final WorkQueueService queue;
    private final EscalationConfig config;
    private final Clock clock;

    public EscalationService(
            EscalationRepository escalations,
            StepRepository steps,
            PersonService persons,
            WorkQueueService queue,
            EscalationConfig config,
            Clock clock) {
        this.escalations = escalations;
        this.steps = steps;
        this.persons = persons;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A crisis that nobody has passed on.
     *
     * @param event the last one about it
     * @param turnsMissed how often that has happened since
     */
    public record Late(UUID event, int turnsMissed) {}

    /** Takes effect of an event about a crisis, in the transaction that marks it as seen. */
    @WithTransaction
    public Uni<Void> take(Event event) {
        Kind kind = kind(event.type());
        ReferralSnapshot.Crisis crisis =
                kind == null ? null : event.data(ReferralSnapshot.class).crisis();
        if (crisis == null) {
            return Uni.createFrom().voidItem();
        }
        return escalations
                .of(event.tenantId(), event.subject())
                .map(known -> known == null ? Escalation.of(event) : known)
                .chain(escalation -> escalation.take(event, crisis)
                        ? moved(event, escalation, kind)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> moved(Event event, Escalation escalation, Kind kind) {
        UUID tenant = event.tenantId();
        UUID referral = event.subject();
        return escalations
                .persistAndFlush(escalation)
                .chain(() -> log(EscalationStep.of(tenant, referral, kind, escalation.level(), clock.instant())))
                .chain(() -> escalation.isAcknowledged()
                        ? queue.cancel(WATCH, referral)
                        : queue.put(WorkItem.ofTenant(WATCH, referral, tenant), late(escalation)));
    }

    private Instant late(Escalation escalation) {
        Instant next = escalation.nextAt() == null ? clock.instant().plus(config.again()) : escalation.nextAt();
        return next.plus(config.grace());
    }

    /**
     * Whether nobody has passed a crisis on although its time is over. Logs that, and makes the watch due again.
     *
     * @return {@code null} where somebody has it in hand, and the watch is over then
     */
    @WithTransaction
    public Uni<Late> late(WorkItem work) {
        return escalations.of(work.tenant(), work.id()).chain(escalation -> {
            if (escalation == null || escalation.isAcknowledged()) {
                return queue.finishHeld(work).replaceWith((Late) null);
            }
            Instant now = clock.instant();
            escalation.miss();
            return escalations
                    .flush()
                    .chain(() -> log(EscalationStep.of(work.tenant(), work.id(), Kind.LATE, escalation.level(), now)))
                    .chain(() -> queue.postponeHeld(work, now.plus(config.again())))
                    .replaceWith(new Late(escalation.lastEventId(), escalation.turnsMissed()));
        });
    }

    /** Whether somebody has said that he or she has the crisis in hand. */
    @WithTransaction
    public Uni<Boolean> isAcknowledged(UUID tenant, UUID referral) {
        return escalations.of(tenant, referral).map(known -> known != null && known.isAcknowledged());
    }

    /** That somebody was told on a channel, or why not; {@code reason} is {@code null} for the first. */
    @WithTransaction
    public Uni<Void> told(UUID tenant, UUID referral, UUID person, NoticeChannel channel, String reason) {
        return escalations
                .of(tenant, referral)
                .chain(known -> log(EscalationStep.of(
                                tenant,
                                referral,
                                reason == null ? Kind.TOLD : Kind.NOT_TOLD,
                                known == null ? 0 : known.level(),
                                clock.instant())
                        .to(person, channel, reason)));
    }

    private Uni<Void> log(EscalationStep step) {
        return steps.persistAndFlush(step).replaceWithVoid();
    }

    @WithTransaction
    Uni<Escalation> read(Caller caller, UUID referral) {
        return requireConcerned(caller, referral)
                .chain(() -> escalations.of(caller.tenant(), referral))
                .onItem()
                .ifNull()
                .failWith(EscalationService::unknown);
    }

    @WithTransaction
    Uni<List<EscalationStep>> steps(Caller caller, UUID referral, UUID after, int size) {
        return requireConcerned(caller, referral).chain(() -> steps.page(caller.tenant(), referral, after, size));
    }

    /** Who was told of it, or should have been. */
    private Uni<Void> requireConcerned(Caller caller, UUID referral) {
        return persons.of(caller)
                .chain(person -> person == null
                        ? Uni.createFrom().item(false)
                        : steps.concerned(caller.tenant(), referral, person))
                .invoke(concerned -> {
                    if (!concerned) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static Kind kind(EventType type) {
        return switch (type) {
            case REFERRAL_CRISIS_RAISED -> Kind.RAISED;
            case REFERRAL_CRISIS_ESCALATED -> Kind.PASSED_ON;
            case REFERRAL_CRISIS_ACKNOWLEDGED -> Kind.ACKNOWLEDGED;
            default -> null;
        };
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such escalation for this caller.");
    }
}
