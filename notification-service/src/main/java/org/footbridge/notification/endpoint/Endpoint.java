package org.footbridge.notification.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.EndpointDisabled;
import org.footbridge.common.events.EndpointFailing;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.queue.WorkItem;

/** Where an agency or a district's app wants to be told, and of what. Its secret is here in encrypted form only. */
@Entity
@Table(name = "webhook_endpoint")
public class Endpoint {
    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "owner_id", insertable = false, updatable = false)
    private UUID ownerId;

    private String url;
    private String description;

    @Embedded
    private EndpointFilter filter;

    @Embedded
    private CustomHeaders headers;

    private boolean ordered;

    @Column(name = "max_per_second")
    private Integer maxPerSecond;

    @Column(name = "alert_address")
    private String alertAddress;

    private boolean enabled;

    @Column(name = "disabled_reason")
    private String disabledReason;

    @Embedded
    private SigningSecrets secrets;

    @Embedded
    private EndpointAuth auth;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Endpoint() {}

    /** A new, enabled endpoint. */
    static Endpoint register(
            Owner owner, CreateEndpointRequest request, EndpointSecret secret, SecretVault vault, Instant now) {
        Endpoint endpoint = new Endpoint();
        endpoint.id = Ids.next();
        endpoint.agencyId = owner.agency();
        endpoint.tenantId = owner.tenant();
        endpoint.ownerId = owner.id();
        endpoint.url = request.url();
        endpoint.description = request.description();
        endpoint.filter = EndpointFilter.of(request.eventTypes(), request.schoolIds(), request.serviceIds());
        endpoint.headers = CustomHeaders.of(request.headers(), vault, endpoint.id);
        endpoint.ordered = Boolean.TRUE.equals(request.ordered());
        endpoint.maxPerSecond = request.maxPerSecond();
        endpoint.alertAddress = request.alertAddress();
        endpoint.enabled = true;
        endpoint.auth = EndpointAuth.of(request.auth(), vault, endpoint.id);
        endpoint.secrets = SigningSecrets.of(secret, vault, endpoint.id);
        endpoint.createdAt = now;
        endpoint.changedAt = now;
        return endpoint;
    }

    /** Replaces the secret; deliveries are signed with both until the old one ends. */
    void rotate(EndpointSecret next, SecretVault vault, Instant oldEnds, Instant now) {
        if (secrets.isOldCounting(now) && oldEnds.isAfter(now)) {
            throw EndpointProblem.ROTATION_RUNNING.because("The secret before this one counts until "
                    + secrets.oldUntil() + ". Rotate with an overlap of 0 seconds to end both at once.");
        }
        secrets.rotate(next, vault, id, oldEnds);
        changedAt = now;
    }

    /** Changes what the request names; a member that it does not name stays. */
    void change(ChangeEndpointRequest request, SecretVault vault, Instant now) {
        url = request.url() == null ? url : request.url();
        description = changed(description, request.description());
        alertAddress = changed(alertAddress, request.alertAddress());
        filter.change(request);
        headers = request.headers() == null ? headers : CustomHeaders.of(request.headers(), vault, id);
        auth = request.auth() == null ? auth : EndpointAuth.of(request.auth(), vault, id);
        ordered = request.ordered() == null ? ordered : request.ordered();
        if (request.maxPerSecond() != null) {
            maxPerSecond = request.maxPerSecond() == 0 ? null : request.maxPerSecond();
        }
        if (request.enabled() != null) {
            enabled = request.enabled();
            disabledReason = enabled ? null : agencyId == null ? "BY_DISTRICT" : "BY_AGENCY";
        }
        changedAt = now;
    }

    /** Empty text removes. */
    private static String changed(String old, String wanted) {
        if (wanted == null) {
            return old;
        }
        return wanted.isBlank() ? null : wanted;
    }

    /** What is due once a day: no secret stays that does not count, none stays under an old key. */
    void tidy(SecretVault vault, Instant now) {
        secrets.tidy(vault, id, now);
        if (headers != null) {
            headers.tidy(vault, id);
        }
        if (auth != null) {
            auth.tidy(vault, id);
        }
    }

    /** Stops everything to this endpoint until somebody enables it again. */
    Event disable(String reason, Instant now) {
        enabled = false;
        disabledReason = reason;
        changedAt = now;
        return Event.of(EventType.ENDPOINT_DISABLED, id, now, tenantId, agencyId, new EndpointDisabled(id, reason));
    }

    /** What the bus is told while it fails. */
    Event failing(Instant since, Instant disabledAt, Instant now) {
        return Event.of(
                EventType.ENDPOINT_FAILING, id, now, tenantId, agencyId, new EndpointFailing(id, since, disabledAt));
    }

    Contact contact() {
        return new Contact(id, new Owner(tenantId, agencyId), URI.create(url).getHost(), alertAddress);
    }

    boolean wants(Subject subject) {
        return enabled && !isPullOnly() && filter.wants(subject);
    }

    /** Whether nothing is posted, because the owner fetches. */
    boolean isPullOnly() {
        return url == null;
    }

    Choice choice() {
        return filter.choice(id, ownerId, ordered);
    }

    /** Where and how to deliver now, with secrets in the clear. */
    Target target(SecretVault vault, Instant now) {
        return new Target(
                url,
                enabled,
                maxPerSecond,
                secrets.opened(vault, id, now),
                headers == null ? Map.of() : headers.opened(vault, id),
                auth == null ? null : auth.opened(vault, id));
    }

    /** The work of looking after it. */
    WorkItem upkeep() {
        return new WorkItem(EndpointUpkeep.WORK, id, ownerId, tenantId, agencyId, null);
    }

    UUID id() {
        return id;
    }

    String url() {
        return url;
    }

    String description() {
        return description;
    }

    EndpointFilter filter() {
        return filter;
    }

    List<String> headerNames() {
        return headers == null ? null : headers.names();
    }

    AuthResponse auth() {
        return auth == null ? null : auth.shown();
    }

    boolean isOrdered() {
        return ordered;
    }

    Integer maxPerSecond() {
        return maxPerSecond;
    }

    String alertAddress() {
        return alertAddress;
    }

    SigningSecrets secrets() {
        return secrets;
    }

    boolean isEnabled() {
        return enabled;
    }

    String disabledReason() {
        return disabledReason;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
