package org.footbridge.referral.schoolday;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a school does otherwise than its district, as JSON: it is read and replaced as a whole. */
@Entity
@Table(name = "school_calendar")
class SchoolCalendar {
    @Id
    @Column(name = "school_id")
    private UUID schoolId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String days;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected SchoolCalendar() {}

    SchoolCalendar(UUID tenantId, UUID schoolId) {
        this.tenantId = tenantId;
        this.schoolId = schoolId;
    }

    void take(String json, Instant at) {
        this.days = json;
        this.changedAt = at;
    }

    String days() {
        return days;
    }

    long version() {
        return version;
    }
}
