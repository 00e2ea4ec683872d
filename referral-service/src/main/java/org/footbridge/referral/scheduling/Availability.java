package org.footbridge.referral.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.Side;

/** When one side of a placement has time. */
@Entity
@Table(name = "placement_availability")
public class Availability {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Enumerated(EnumType.STRING)
    private Side side;

    /** JSON of {@link AvailabilityDocument}. */
    private String plan;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Availability() {}

    static Availability of(Party party) {
        Availability availability = new Availability();
        availability.id = Ids.next();
        availability.tenantId = party.tenantId();
        availability.agencyId = party.placement().agencyId();
        availability.placementId = party.placement().id();
        availability.side = party.side();
        return availability;
    }

    void take(String json, Instant at) {
        this.plan = json;
        this.changedAt = at;
    }

    Side side() {
        return side;
    }

    String plan() {
        return plan;
    }

    long version() {
        return version;
    }
}
