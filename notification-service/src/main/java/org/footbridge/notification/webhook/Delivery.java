package org.footbridge.notification.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.DeliveryFailed;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.endpoint.EndpointService.Listener;
import org.footbridge.notification.endpoint.Owner;

/** One event on its way to one endpoint. The body is made once; attempts differ in time and signature only. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery {
    static final WorkKind WORK = new WorkKind("webhook");

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "owner_id", insertable = false, updatable = false)
    private UUID ownerId;

    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "event_type")
    private String eventType;

    @Column(name = "placement_id")
    private UUID placementId;

    private String body;

    @Column(name = "request_id")
    private String requestId;

    private String traceparent;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;

    @Column(name = "round_start")
    private int roundStart;

    private long sequence;

    @Column(name = "ordered_key")
    private UUID orderedKey;

    @Column(name = "slot_at")
    private Instant slotAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "expunged_at")
    private Instant expungedAt;

    @Column(name = "expunged_by")
    private String expungedBy;

    /** For Hibernate. */
    protected Delivery() {}

    /** An event for one endpoint of its owner. */
    static Delivery of(News news, Owner owner, Listener listener, String body, Instant now) {
        Delivery delivery = fresh(owner, listener.endpoint(), now);
        delivery.tenantId = news.event().tenantId();
        delivery.eventId = news.event().id();
        delivery.eventType = news.event().type().publicName();
        delivery.placementId = news.placementId();
        delivery.body = body;
        delivery.requestId = news.event().requestId();
        delivery.traceparent = news.traceparent();
        delivery.sequence = news.event().sequence();
        delivery.orderedKey = listener.ordered() ? news.event().subject() : null;
        return delivery;
    }

    /** A test of the way, asked for by the owner. */
    static Delivery ping(Owner owner, UUID endpoint, String requestId, Instant now) {
        Delivery delivery = fresh(owner, endpoint, now);
        delivery.eventId = Ids.next();
        delivery.eventType = WebhookBody.PING;
        delivery.body = WebhookBody.ping(endpoint, now).json();
        delivery.requestId = requestId;
        return delivery;
    }

    private static Delivery fresh(Owner owner, UUID endpoint, Instant now) {
        Delivery delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.agencyId = owner.agency();
        delivery.tenantId = owner.tenant();
        delivery.ownerId = owner.id();
        delivery.endpointId = endpoint;
        delivery.state = DeliveryState.PENDING;
        delivery.dueAt = now;
        delivery.createdAt = now;
        return delivery;
    }

    /** Counts an attempt and decides what follows: done, another attempt later, or the end. */
    void attempted(Reply reply, RetrySchedule schedule, Instant now) {
        attempts++;
        if (reply.isSuccess()) {
            end(DeliveryState.DELIVERED, now);
        } else if (reply.isGone()) {
            end(DeliveryState.CANCELLED, now);
        } else {
            Optional<Instant> next = schedule.next(attempts - roundStart, reply.retryAfter(), now);
            next.ifPresentOrElse(time -> dueAt = time, () -> end(DeliveryState.FAILED, now));
        }
    }

    /** Waits without an attempt, because its endpoint is to be left alone until then. */
    void putOff(Instant until) {
        dueAt = until;
    }

    /** Waits for the moment that the throttle has reserved for it. */
    void waitForSlot(Instant slot) {
        slotAt = slot;
        dueAt = slot;
    }

    /** Whether its turn has been reserved before; it is used up by asking. */
    boolean takeSlot() {
        boolean reserved = slotAt != null;
        slotAt = null;
        return reserved;
    }

    /** Ends it without another attempt. */
    void end(DeliveryState last, Instant now) {
        state = last;
        dueAt = null;
        finishedAt = now;
    }

    /** Begins the schedule anew; the id and the body stay, so a receiver that had it can tell. */
    void resend(Instant now) {
        if (isPending()) {
            throw DeliveryProblem.DELIVERY_PENDING.because("It is still being tried, next at " + dueAt + ".");
        }
        if (expungedAt != null) {
            throw DeliveryProblem.CONTENT_EXPUNGED.because("Its content was taken away at " + expungedAt + ".");
        }
        state = DeliveryState.PENDING;
        roundStart = attempts;
        dueAt = now;
        finishedAt = null;
    }

    /** Takes the content away; that it was sent, to whom and when stays. */
    void expunge(String by, Instant now) {
        if (isPending()) {
            throw DeliveryProblem.DELIVERY_PENDING.because("Disable the endpoint first, or wait for its end.");
        }
        body = null;
        expungedAt = expungedAt == null ? now : expungedAt;
        expungedBy = expungedBy == null ? by : expungedBy;
    }

    /** What the bus is told when nothing more is tried. */
    Event failure(Instant now) {
        return Event.of(
                EventType.DELIVERY_FAILED,
                endpointId,
                now,
                tenantId,
                agencyId,
                new DeliveryFailed(id, endpointId, eventId, eventType, attempts));
    }

    /** The work of attempting it, before it is claimed. */
    WorkItem work() {
        return new WorkItem(WORK, id, endpointId, tenantId, agencyId, null);
    }

    UUID orderedKey() {
        return orderedKey;
    }

    long sequence() {
        return sequence;
    }

    boolean isPending() {
        return state == DeliveryState.PENDING;
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID agencyId() {
        return agencyId;
    }

    UUID ownerId() {
        return ownerId;
    }

    UUID endpointId() {
        return endpointId;
    }

    UUID eventId() {
        return eventId;
    }

    String eventType() {
        return eventType;
    }

    UUID placementId() {
        return placementId;
    }

    String body() {
        return body;
    }

    String requestId() {
        return requestId;
    }

    String traceparent() {
        return traceparent;
    }

    DeliveryState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant expungedAt() {
        return expungedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
