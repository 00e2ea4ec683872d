package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.disclosure.LegalBasis;
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

    /** {@code null}: it stands and falls with a consent. */
    @Enumerated(EnumType.STRING)
    @Column(name = "legal_basis")
    private LegalBasis legalBasis;

    protected PlacementOrigin() {}

    PlacementOrigin(Referral referral, Destination to) {
        this.id = Ids.next();
        this.tenantId = referral.tenantId();
        this.custodianOrgId = referral.tenantId();
        this.referralId = referral.id();
        this.destination = to;
    }

    /** Sends it by another right than a consent: no consent that ends takes it away. */
    public void releaseUnder(LegalBasis basis) {
        this.legalBasis = basis;
    }

    public boolean needsConsent() {
        return legalBasis == null;
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
