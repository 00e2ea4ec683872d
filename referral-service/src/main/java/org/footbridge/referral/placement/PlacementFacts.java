package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Codes and numbers of a placement that both sides may see; the text of a decline is for the sender alone. */
@Embeddable
public class PlacementFacts {
    @Column(name = "referral_number")
    private String referralNumber;

    @Column(name = "agency_reference")
    private String agencyReference;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_code")
    private DeclineCode declineCode;

    @Column(name = "decline_text")
    private String declineText;

    private String outcome;

    @Column(name = "expected_wait_days")
    private Integer expectedWaitDays;

    @Column(name = "cancellation_requested")
    private boolean cancellationRequested;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancellation_reason")
    private CancellationReason cancellationReason;

    protected PlacementFacts() {}

    PlacementFacts(String referralNumber) {
        this.referralNumber = referralNumber;
    }

    /** An agency that gives no number of its own keeps the one that it gave before. */
    void refer(String ownReference) {
        if (ownReference != null) {
            this.agencyReference = ownReference;
        }
    }

    void declined(DeclineCode code, String text) {
        this.declineCode = code;
        this.declineText = text;
    }

    void ended(String code) {
        this.outcome = code;
    }

    void waitFor(Integer days) {
        this.expectedWaitDays = days;
    }

    void cancellationRequested(CancellationReason reason) {
        this.cancellationRequested = true;
        this.cancellationReason = reason;
    }

    public String referralNumber() {
        return referralNumber;
    }

    public String agencyReference() {
        return agencyReference;
    }

    public DeclineCode declineCode() {
        return declineCode;
    }

    public String declineText() {
        return declineText;
    }

    public String outcome() {
        return outcome;
    }

    /** How long the agency thinks that its waiting list is; {@code null} where it did not say. */
    public Integer expectedWaitDays() {
        return expectedWaitDays;
    }

    public boolean cancellationRequested() {
        return cancellationRequested;
    }

    public CancellationReason cancellationReason() {
        return cancellationReason;
    }
}
