package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.referral.Referral;

/** What of a placement is settled when it is sent, and never changes afterwards. */
@MappedSuperclass
public abstract class PlacementOrigin {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Embedded
    private Destination destination;

    protected PlacementOrigin() {}

    PlacementOrigin(Referral referral, Destination to) {
        this.id = Ids.next();
        this.tenantId = referral.tenantId();
        this.custodianOrgId = referral.tenantId();
        this.referralId = referral.id();
        this.destination = to;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID referralId() {
        return referralId;
    }

    public Destination destination() {
        return destination;
    }

    public UUID agencyId() {
        return destination.agencyId();
    }
}
