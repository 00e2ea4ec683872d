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
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkKind;

/** One event on its way to one endpoint. The body is made once; attempts differ in time and signature only. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery {
    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "tenant_id")
    private UUID tenantId;

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

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    /** For Hibernate. */
    protected Delivery() {}

    /** An event about a placement. */
    static Delivery of(Event event, String traceparent, PlacementAccess placement, UUID endpoint, Instant now) {
        Delivery delivery = fresh(event.agencyId(), endpoint, now);
        delivery.tenantId = event.tenantId();
        delivery.eventId = event.id();
        delivery.eventType = event.type().publicName();
        delivery.placementId = placement.placementId();
        delivery.body = WebhookBody.of(event, placement).json();
        delivery.requestId = event.requestId();
        delivery.traceparent = traceparent;
        return delivery;
    }

    /** A test of the way, asked for by the agency. */
    static Delivery ping(UUID agency, UUID endpoint, String requestId, Instant now) {
        Delivery delivery = fresh(agency, endpoint, now);
        delivery.eventId = Ids.next();
        delivery.eventType = WebhookBody.PING;
        delivery.body = WebhookBody.ping(endpoint, now).json();
        delivery.requestId = requestId;
        return delivery;
    }

    private static Delivery fresh(UUID agency, UUID endpoint, Instant now) {
        Delivery delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.agencyId = agency;
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
        state = DeliveryState.PENDING;
        roundStart = attempts;
        dueAt = now;
        finishedAt = null;
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
        return new WorkItem(WorkKind.WEBHOOK, id, endpointId, tenantId, agencyId, null);
    }

    boolean isPending() {
        return state == DeliveryState.PENDING;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
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

    Instant createdAt() {
        return createdAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
