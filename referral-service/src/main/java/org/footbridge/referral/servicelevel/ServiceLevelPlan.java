package org.footbridge.referral.servicelevel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The limits that a district has set itself, as JSON: what it did not set follows the defaults, also later ones. */
@Entity
class ServiceLevelPlan {
    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    private String limits;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected ServiceLevelPlan() {}

    ServiceLevelPlan(UUID tenantId) {
        this.tenantId = tenantId;
    }

    void take(String json, Instant at) {
        this.limits = json;
        this.changedAt = at;
    }

    String limits() {
        return limits;
    }

    long version() {
        return version;
    }
}
