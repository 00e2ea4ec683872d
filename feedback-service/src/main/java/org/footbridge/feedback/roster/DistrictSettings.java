package org.footbridge.feedback.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A district's settings as referral-service last told them; only events change them. */
@Entity
@Immutable
@Table(name = "district_settings")
public class DistrictSettings {
    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    String name;
    String zone;

    @Column(name = "minimum_cell")
    int minimumCell;

    protected DistrictSettings() {}

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The smallest group that a figure may show. */
    public int minimumCell() {
        return minimumCell;
    }
}
