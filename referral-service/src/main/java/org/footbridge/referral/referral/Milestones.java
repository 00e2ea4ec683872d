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

    @Column(name = "consent_requested_at")
    private Instant consentRequestedAt;

    @Column(name = "consent_granted_at")
    Instant consentGrantedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "first_kept_at")
    Instant firstKeptAt;

    @Column(name = "closed_at")
    Instant closedAt;

    /** Set where the rows are destroyed; mapped because the lists read whole rows. */
    @Column(name = "purged_at", insertable = false, updatable = false)
    private Instant purgedAt;

    protected Milestones() {}

    Milestones(LocalDate receivedOn, Instant submittedAt) {
        this.receivedOn = receivedOn;
        this.submittedAt = submittedAt;
    }

    /** Only the first of them counts. */
    void consented(Instant at) {
        consentGrantedAt = consentGrantedAt == null ? at : consentGrantedAt;
    }

    /** Only the first of them counts. */
    void sent(Instant at) {
        sentAt = sentAt == null ? at : sentAt;
    }

    /** Only the earliest counts. */
    void visited(Instant startedAt) {
        boolean earlier = firstKeptAt == null || startedAt.isBefore(firstKeptAt);
        firstKeptAt = earlier ? startedAt : firstKeptAt;
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

    /** The family is asked electronically; only the first time counts. */
    public void consentRequested(Instant at) {
        if (consentRequestedAt == null) {
            consentRequestedAt = at;
        }
    }

    /** {@code null} where nobody was asked electronically. */
    public Instant consentRequestedAt() {
        return consentRequestedAt;
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

    /** When what it said was destroyed. */
    public Instant purgedAt() {
        return purgedAt;
    }
}
