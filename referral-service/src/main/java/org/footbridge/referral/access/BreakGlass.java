package org.footbridge.referral.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.Referral;

/** Somebody without a relation to a referral may read it for three hours (decision 11). Written once; the clock ends it. */
@Entity
public class BreakGlass {
    static final Duration LASTS = Duration.ofHours(3);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "reason")
    private String reason;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected BreakGlass() {}

    static BreakGlass open(Referral referral, Actor reader, String reason, Instant at) {
        BreakGlass opened = new BreakGlass();
        opened.id = Ids.next();
        opened.tenantId = referral.tenantId();
        opened.referralId = referral.id();
        opened.personId = reader.personId();
        opened.actorSubject = reader.subject();
        opened.reason = reason;
        opened.openedAt = at;
        opened.endsAt = at.plus(LASTS);
        return opened;
    }

    BreakGlassResponse toResponse() {
        return new BreakGlassResponse(id, referralId, openedAt, endsAt);
    }
}
