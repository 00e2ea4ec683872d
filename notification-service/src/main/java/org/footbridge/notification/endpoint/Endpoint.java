package org.footbridge.notification.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EndpointDisabled;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;

/** Where an agency wants to be told, and of what. Its secret is here in encrypted form only. */
@Entity
@Table(name = "webhook_endpoint")
public class Endpoint {
    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    private String url;
    private String description;

    @Column(name = "event_types")
    private String[] eventTypes;

    private boolean enabled;

    @Column(name = "disabled_reason")
    private String disabledReason;

    @Column(name = "secret_key_id")
    private String secretKeyId;

    private byte[] secret;

    @Column(name = "old_secret_key_id")
    private String oldSecretKeyId;

    @Column(name = "old_secret")
    private byte[] oldSecret;

    @Column(name = "old_secret_until")
    private Instant oldSecretUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Endpoint() {}

    /** A new, enabled endpoint without a secret yet: the secret is sealed for its id. */
    static Endpoint register(UUID agency, String url, String description, List<String> eventTypes, Instant now) {
        Endpoint endpoint = new Endpoint();
        endpoint.id = Ids.next();
        endpoint.agencyId = agency;
        endpoint.url = url;
        endpoint.description = description;
        endpoint.eventTypes = eventTypes.toArray(String[]::new);
        endpoint.enabled = true;
        endpoint.createdAt = now;
        endpoint.changedAt = now;
        return endpoint;
    }

    void sealWith(SecretVault.Sealed sealed) {
        secretKeyId = sealed.keyId();
        secret = sealed.bytes();
    }

    /** Replaces the secret; deliveries are signed with both until then. */
    void rotate(SecretVault.Sealed next, Instant oldUntil, Instant now) {
        oldSecretKeyId = secretKeyId;
        oldSecret = secret;
        oldSecretUntil = oldUntil;
        sealWith(next);
        changedAt = now;
    }

    /** Changes what the request names; a member that it does not name stays. */
    void change(ChangeEndpointRequest request, Instant now) {
        url = request.url() == null ? url : request.url();
        eventTypes =
                request.eventTypes() == null ? eventTypes : request.eventTypes().toArray(String[]::new);
        if (request.description() != null) {
            description = request.description().isBlank() ? null : request.description();
        }
        if (request.enabled() != null) {
            enabled = request.enabled();
            disabledReason = enabled ? null : "BY_AGENCY";
        }
        changedAt = now;
    }

    /** Stops everything to this endpoint until somebody enables it again. */
    Event disable(String reason, Instant now) {
        enabled = false;
        disabledReason = reason;
        changedAt = now;
        return Event.of(EventType.ENDPOINT_DISABLED, id, now, null, agencyId, new EndpointDisabled(id, reason));
    }

    boolean wants(String publicName) {
        return enabled && EventFilter.wants(List.of(eventTypes), publicName);
    }

    /** The secrets that sign now: the current one, and the one before while it still counts. */
    List<SecretVault.Sealed> sealedSecrets(Instant now) {
        SecretVault.Sealed current = new SecretVault.Sealed(secretKeyId, secret);
        boolean oldCounts = oldSecret != null && now.isBefore(oldSecretUntil);
        return oldCounts ? List.of(current, new SecretVault.Sealed(oldSecretKeyId, oldSecret)) : List.of(current);
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

    List<String> eventTypes() {
        return List.of(eventTypes);
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
