package org.footbridge.referral.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.placement.Party;

/** One recommendation of an agency to the school. Written once: what it thinks later is another one. */
@Entity
public class Recommendation {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Enumerated(EnumType.STRING)
    private RecommendationCode code;

    private String body;

    private boolean part2;

    @Column(name = "review_on")
    private LocalDate reviewOn;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Recommendation() {}

    static Recommendation make(Party agency, MakeRecommendationRequest request, boolean part2, Instant at) {
        Recommendation made = new Recommendation();
        made.id = Ids.next();
        made.tenantId = agency.tenantId();
        made.agencyId = agency.placement().agencyId();
        made.placementId = agency.placement().id();
        made.code = RecommendationCode.valueOf(request.code());
        made.body = request.text();
        made.part2 = part2;
        made.reviewOn = request.reviewOn();
        made.actorSubject = agency.actor().subject();
        made.madeAt = at;
        return made;
    }

    UUID id() {
        return id;
    }

    UUID placementId() {
        return placementId;
    }

    RecommendationCode code() {
        return code;
    }

    String body() {
        return body;
    }

    boolean isPart2() {
        return part2;
    }

    LocalDate reviewOn() {
        return reviewOn;
    }

    Instant madeAt() {
        return madeAt;
    }
}
