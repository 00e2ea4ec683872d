package org.footbridge.referral.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.Side;
import org.footbridge.referral.referral.Referral;

/** What is known of a file; its bytes are in the store. Written once. */
@Entity
public class Attachment {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Side side;

    private String name;

    private boolean part2;

    @Enumerated(EnumType.STRING)
    private MediaKind kind;

    @Column(name = "byte_count")
    private int byteCount;

    private String sha256;

    @Column(name = "storage_key")
    private String storageKey;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Attachment() {}

    /** A file as it was looked at. */
    record File(FileName name, MediaKind kind, int bytes, String sha256) {}

    /**
     * A file and where its bytes are.
     *
     * @param key random, unlike the row's id: whoever reads a bucket's listing learns no times
     */
    record Kept(UUID key, File seen) {}

    static Attachment ofSchool(Referral referral, Kept file, Actor coordinator, Instant at) {
        return of(referral, Side.SCHOOL, file, coordinator, at);
    }

    /** Whether name or content tell of substance use: then 42 CFR Part 2 binds them. */
    Attachment tagged(boolean tellsOfSubstanceUse) {
        this.part2 = tellsOfSubstanceUse;
        return this;
    }

    boolean isPart2() {
        return part2;
    }

    /** {@code null} for a file of the school. */
    UUID placementId() {
        return placementId;
    }

    static Attachment ofAgency(Party agency, Kept file, Instant at) {
        Attachment attachment = of(agency.file().referral(), Side.AGENCY, file, agency.actor(), at);
        attachment.placementId = agency.placement().id();
        attachment.agencyId = agency.placement().agencyId();
        return attachment;
    }

    private static Attachment of(Referral referral, Side side, Kept kept, Actor actor, Instant at) {
        File file = kept.seen();
        Attachment attachment = new Attachment();
        attachment.id = Ids.next();
        attachment.tenantId = referral.tenantId();
        attachment.referralId = referral.id();
        attachment.side = side;
        attachment.name = file.name().text();
        attachment.kind = file.kind();
        attachment.byteCount = file.bytes();
        attachment.sha256 = file.sha256();
        attachment.storageKey = kept.key().toString();
        attachment.actorSubject = actor.subject();
        attachment.actorPersonId = actor.personId();
        attachment.addedAt = at;
        return attachment;
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    Side side() {
        return side;
    }

    FileName name() {
        return new FileName(name);
    }

    MediaKind kind() {
        return kind;
    }

    int byteCount() {
        return byteCount;
    }

    String sha256() {
        return sha256;
    }

    String storageKey() {
        return storageKey;
    }

    Instant addedAt() {
        return addedAt;
    }
}
