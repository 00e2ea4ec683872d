package org.footbridge.referral.consent.electronic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.consent.Consent;

/** The signed text to the letter. Written once. */
@Entity
public class ConsentDocument {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "consent_id")
    private UUID consentId;

    private byte[] content;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ConsentDocument() {}

    static ConsentDocument of(UUID tenant, Consent consent, byte[] content, Instant at) {
        ConsentDocument document = new ConsentDocument();
        document.id = Ids.next();
        document.tenantId = tenant;
        document.consentId = consent.id();
        document.content = content.clone();
        document.createdAt = at;
        return document;
    }

    byte[] content() {
        return content.clone();
    }
}
