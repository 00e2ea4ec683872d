package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.hibernate.annotations.ColumnTransformer;

/** A form that somebody has begun. It is its author's alone and nobody hears of it. */
@Entity
@Table(name = "referral_draft")
class Draft {
    /** From the last time that it was saved. What nobody has touched for so long is a risk and no help. */
    static final Duration LIFETIME = Duration.ofDays(30);

    static final WorkKind EXPIRY = new WorkKind("draft-expiry");

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "author_id")
    private UUID authorId;

    /** Sent and read as text: the driver would take a string for a JSON string, not for a document. */
    @ColumnTransformer(read = "form #>> '{}'", write = "cast(cast(? as text) as jsonb)")
    private String form;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version
    private long version;

    protected Draft() {}

    static Draft begin(UUID tenant, UUID author, String form, Instant at) {
        Draft draft = new Draft();
        draft.id = Ids.next();
        draft.tenantId = tenant;
        draft.authorId = author;
        draft.createdAt = at;
        draft.save(form, at);
        return draft;
    }

    final void save(String newForm, Instant at) {
        this.form = newForm;
        this.changedAt = at;
        this.expiresAt = at.plus(LIFETIME);
    }

    /** What is due when it has expired. */
    WorkItem expiry() {
        return WorkItem.ofTenant(EXPIRY, id, tenantId);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    String form() {
        return form;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long version() {
        return version;
    }
}
