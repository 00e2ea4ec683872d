package org.footbridge.referral.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The policies that a district has set, as JSON. */
@Entity
class RetentionPlan {
    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    private String policies;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected RetentionPlan() {}

    RetentionPlan(UUID tenantId) {
        this.tenantId = tenantId;
    }

    void take(String json, Instant at) {
        this.policies = json;
        this.changedAt = at;
    }

    String policies() {
        return policies;
    }

    long version() {
        return version;
    }
}
