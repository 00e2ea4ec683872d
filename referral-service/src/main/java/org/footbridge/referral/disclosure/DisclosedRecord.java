package org.footbridge.referral.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.placement.Placement;

/** The record of a student as it was released with a placement, to the letter. Sharing more is a new version beside it. */
@Entity
public class DisclosedRecord {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "consent_id")
    private UUID consentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "legal_basis")
    private LegalBasis legalBasis;

    @Column(name = "record_version")
    private int recordVersion;

    private String[] scope;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String content;

    @Column(name = "frozen_at")
    private Instant frozenAt;

    protected DisclosedRecord() {}

    /** The first version of a placement's record. */
    static DisclosedRecord freeze(Placement placement, Release release, String content, Instant at) {
        DisclosedRecord record = new DisclosedRecord();
        record.id = Ids.next();
        record.tenantId = placement.tenantId();
        record.agencyId = placement.agencyId();
        record.placementId = placement.id();
        record.consentId = release.consentId();
        record.legalBasis = release.basis();
        record.recordVersion = 1;
        record.scope = release.scope().stream().map(Enum::name).sorted().toArray(String[]::new);
        record.purpose = release.purpose();
        record.content = content;
        record.frozenAt = at;
        return record;
    }

    public UUID id() {
        return id;
    }

    public LegalBasis legalBasis() {
        return legalBasis;
    }

    public int recordVersion() {
        return recordVersion;
    }

    public Set<RecordScope> scope() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        Arrays.stream(scope).map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** JSON of {@link DisclosedContent}. */
    String content() {
        return content;
    }

    public Instant frozenAt() {
        return frozenAt;
    }
}
