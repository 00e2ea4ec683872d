package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** When a referral passed each point that clocks and figures count from. */
@Embeddable
public class Milestones {
    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "triaged_at")
    Instant triagedAt;

    @Column(name = "consent_granted_at")
    Instant consentGrantedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "first_kept_at")
    Instant firstKeptAt;

    @Column(name = "closed_at")
    Instant closedAt;

    protected Milestones() {}

    Milestones(LocalDate receivedOn, Instant submittedAt) {
        this.receivedOn = receivedOn;
        this.submittedAt = submittedAt;
    }

    /** The day a paper form reached the school, where it is older than its entry; else {@code null}. */
    public LocalDate receivedOn() {
        return receivedOn;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant triagedAt() {
        return triagedAt;
    }

    public Instant consentGrantedAt() {
        return consentGrantedAt;
    }

    /** The first time that it was sent. */
    public Instant sentAt() {
        return sentAt;
    }

    public Instant firstKeptAt() {
        return firstKeptAt;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
