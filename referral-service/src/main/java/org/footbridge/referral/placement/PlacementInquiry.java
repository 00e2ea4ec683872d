package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;

/** A question of an agency about a placement, or the school's answer to one. Written once. */
@Entity
@Table(name = "placement_inquiry")
public class PlacementInquiry {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Column(name = "question_id")
    private UUID questionId;

    private String body;

    private boolean part2;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_person_id")
    private UUID actorPersonId;

    @Column(name = "happened_at")
    private Instant happenedAt;

    protected PlacementInquiry() {}

    /** What is said, and whether it falls under 42 CFR Part 2. */
    public record Words(String text, boolean part2) {}

    public static PlacementInquiry ask(Placement placement, Words question, Actor agency, Instant at) {
        return write(placement, null, question, agency, at);
    }

    /** The school's answer to this question. */
    public PlacementInquiry answer(Placement placement, Words answer, Actor coordinator, Instant at) {
        return write(placement, id, answer, coordinator, at);
    }

    private static PlacementInquiry write(Placement placement, UUID question, Words words, Actor actor, Instant at) {
        PlacementInquiry inquiry = new PlacementInquiry();
        inquiry.id = Ids.next();
        inquiry.tenantId = placement.tenantId();
        inquiry.agencyId = placement.agencyId();
        inquiry.placementId = placement.id();
        inquiry.questionId = question;
        inquiry.body = words.text();
        inquiry.part2 = words.part2();
        inquiry.actorSubject = actor.subject();
        inquiry.actorPersonId = actor.personId();
        inquiry.happenedAt = at;
        return inquiry;
    }

    public UUID id() {
        return id;
    }

    public boolean isQuestion() {
        return questionId == null;
    }

    boolean answers(PlacementInquiry question) {
        return question.id.equals(questionId);
    }

    boolean isPart2() {
        return part2;
    }

    /** Whether that side reads it only under a consent that names PART2: agencies ask, the school answers. */
    boolean isPart2For(Side reader) {
        return part2 && (reader == Side.AGENCY) != isQuestion();
    }

    public String body() {
        return body;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
