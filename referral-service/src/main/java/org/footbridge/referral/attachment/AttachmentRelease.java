package org.footbridge.referral.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.placement.Placement;

/** That a file was given to the agency of a placement. Written once. */
@Entity
public class AttachmentRelease {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "attachment_id")
    private UUID attachmentId;

    @Column(name = "released_at")
    private Instant releasedAt;

    protected AttachmentRelease() {}

    static AttachmentRelease of(Placement placement, UUID attachment, Instant at) {
        AttachmentRelease release = new AttachmentRelease();
        release.id = Ids.next();
        release.tenantId = placement.tenantId();
        release.agencyId = placement.agencyId();
        release.placementId = placement.id();
        release.attachmentId = attachment;
        release.releasedAt = at;
        return release;
    }
}
