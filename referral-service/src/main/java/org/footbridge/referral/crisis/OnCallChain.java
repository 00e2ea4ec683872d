package org.footbridge.referral.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The chain of a school, as JSON: it is read and replaced as a whole. */
@Entity
@Table(name = "on_call_chain")
class OnCallChain {
    @Id
    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String chain;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected OnCallChain() {}

    OnCallChain(UUID tenantId, UUID schoolId) {
        this.tenantId = tenantId;
        this.schoolId = schoolId;
    }

    void take(String json, Instant at) {
        this.chain = json;
        this.changedAt = at;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID tenantId() {
        return tenantId;
    }

    String chain() {
        return chain;
    }

    long version() {
        return version;
    }
}
